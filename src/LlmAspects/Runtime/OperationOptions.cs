using System.ComponentModel;
using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>The options of the aspects, as a generated wrapper hands them to its operation. Not meant for hand-written code.</summary>
/// <remarks>Immutable; may be read from any thread.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OperationOptions
{
    /// <summary>The name of the span. The default is <see langword="null"/>: <c>{component}.{operation}</c>.</summary>
    public string? SpanName { get; init; }

    /// <summary>The kind of the span. The default is <see cref="ActivityKind.Internal"/>.</summary>
    public ActivityKind Kind { get; init; }

    /// <summary>What the call does with a generative model. The default is <see cref="GenAIOperation.None"/>.</summary>
    public GenAIOperation GenAI { get; init; }

    /// <summary>The provider of the model. The default is <see langword="null"/>: unknown.</summary>
    public string? GenAIProvider { get; init; }

    /// <summary>Whether the span is the root of a trace of its own, linked to the current span. The default is <see langword="false"/>.</summary>
    public bool NewRoot { get; init; }

    /// <summary>Spans of successful calls that took less are dropped; milliseconds. The default is 0: none is dropped.</summary>
    public int SlowerThanMs { get; init; }

    /// <summary>Whether the spans of calls that did not fail are dropped. The default is <see langword="false"/>.</summary>
    public bool FailedOnly { get; init; }

    /// <summary>One call in so many is timed and traced; the others are counted only. The default is 0: every call is timed.</summary>
    public int SampleEvery { get; init; }

    /// <summary>Whether the items of streams are timed one by one even while nobody listens to their histogram. The default is <see langword="false"/>.</summary>
    public bool ItemTiming { get; init; }

    /// <summary>Exceptions that are no error, subclasses included. The default is none.</summary>
    public IReadOnlyList<Type> Expected { get; init; } = [];

    /// <summary>How errors become exceptions of one type. The default is <see langword="null"/>: they pass unchanged.</summary>
    public ErrorTranslation? Translation { get; init; }

    /// <summary>Whether an exception belongs to the contract of the method.</summary>
    internal bool Expects(Exception error)
    {
        foreach (var type in Expected)
        {
            if (type.IsInstanceOfType(error))
            {
                return true;
            }
        }

        return false;
    }
}
