using LlmAspects.Shared;

namespace LlmAspects.Generators.Model;

/// <summary>The options of an operation that differ from their defaults.</summary>
internal sealed record OptionsModel
{
    public static OptionsModel Defaults { get; } = new();

    /// <summary>The name of the span, or null.</summary>
    public string? SpanName { get; init; }

    /// <summary>The member of <c>ActivityKind</c>, or null for the default.</summary>
    public string? Kind { get; init; }

    /// <summary>The member of <c>GenAIOperation</c>, or null for none.</summary>
    public string? GenAI { get; init; }

    /// <summary>The provider of the model, or null.</summary>
    public string? GenAIProvider { get; init; }

    /// <summary>Whether the span is a root.</summary>
    public bool NewRoot { get; init; }

    /// <summary>The parameter that gives the links, cast to the type it is read as, or null.</summary>
    public string? Links { get; init; }

    /// <summary>The threshold of slow calls in milliseconds, or 0.</summary>
    public int SlowerThanMs { get; init; }

    /// <summary>Whether only failed calls keep their span.</summary>
    public bool FailedOnly { get; init; }

    /// <summary>One call in so many is timed, or 0.</summary>
    public int SampleEvery { get; init; }

    /// <summary>Whether the items of streams are timed one by one.</summary>
    public bool ItemTiming { get; init; }

    /// <summary>The expected exception types, fully qualified.</summary>
    public EquatableArray<string> Expected { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The type that errors are thrown as, fully qualified, or null.</summary>
    public string? TranslateTo { get; init; }
}
