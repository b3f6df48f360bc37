namespace LlmAspects.Generators.Model;

/// <summary>The options of an operation that differ from their defaults.</summary>
/// <param name="ItemTiming">Whether the items of streams are timed one by one.</param>
internal sealed record OptionsModel(bool ItemTiming)
{
    public static OptionsModel Defaults { get; } = new(ItemTiming: false);
}
