using System.ComponentModel;

namespace LlmAspects.Runtime;

/// <summary>The tags of a call that read its result too; of a stream, its last item.</summary>
/// <typeparam name="TResult">The type of the result or of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICallTags<TResult> : ICallTags
    where TResult : allows ref struct
{
    /// <summary>How many tags are read from the result.</summary>
    static abstract int ResultCount { get; }

    /// <summary>How many of them, the first ones, are metric tags.</summary>
    static abstract int ResultMetricCount { get; }

    /// <summary>Whether a result can tell of a failure. The default is <see langword="false"/>.</summary>
    static virtual bool JudgesResult => false;

    /// <summary>Whether a result tells of a failure. May throw what the user's getters throw.</summary>
    /// <param name="result">What the call returned.</param>
    static virtual bool IsFailure(in TResult result) => false;

    /// <summary>What kind of error a failed result is. May throw what the user's getters throw.</summary>
    /// <param name="result">What the call returned.</param>
    static virtual object? ErrorTypeOf(in TResult result) => null;

    /// <summary>Reads one value and hands it to the writer. May throw what the user's getters throw.</summary>
    /// <param name="index">Which tag, from 0.</param>
    /// <param name="result">What the call returned.</param>
    /// <param name="tag">Takes name and value.</param>
    void WriteResult(int index, in TResult result, ref TagWriter tag);
}
