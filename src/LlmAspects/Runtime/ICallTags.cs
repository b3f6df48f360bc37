using System.ComponentModel;

namespace LlmAspects.Runtime;

/// <summary>The tags of one call: a generated struct that holds what their paths begin with. Not meant for hand-written code.</summary>
/// <remarks>Tags that are metric tags as well come first, so that a count tells them apart.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICallTags
{
    /// <summary>How many tags are read from the arguments and the instance.</summary>
    static abstract int ArgumentCount { get; }

    /// <summary>How many of them, the first ones, are metric tags.</summary>
    static abstract int ArgumentMetricCount { get; }

    /// <summary>Reads one value and hands it to the writer. May throw what the user's getters throw.</summary>
    /// <param name="index">Which tag, from 0.</param>
    /// <param name="tag">Takes name and value.</param>
    void WriteArgument(int index, ref TagWriter tag);
}
