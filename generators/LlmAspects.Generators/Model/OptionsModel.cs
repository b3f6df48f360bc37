using LlmAspects.Shared;

namespace LlmAspects.Generators.Model;

/// <summary>The options of an operation that differ from their defaults.</summary>
/// <param name="SpanName">The name of the span, or null.</param>
/// <param name="Kind">The member of <c>ActivityKind</c>, or null for the default.</param>
/// <param name="NewRoot">Whether the span is a root.</param>
/// <param name="SlowerThanMs">The threshold of slow calls in milliseconds, or 0.</param>
/// <param name="FailedOnly">Whether only failed calls keep their span.</param>
/// <param name="SampleEvery">One call in so many is timed, or 0.</param>
/// <param name="ItemTiming">Whether the items of streams are timed one by one.</param>
/// <param name="Expected">The expected exception types, fully qualified.</param>
internal sealed record OptionsModel(
    string? SpanName, string? Kind, bool NewRoot, int SlowerThanMs, bool FailedOnly, int SampleEvery, bool ItemTiming, EquatableArray<string> Expected)
{
    public static OptionsModel Defaults { get; } = new(null, null, false, 0, false, 0, false, EquatableArray<string>.Empty);
}
