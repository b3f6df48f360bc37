using LlmAspects.Generators.Model;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the options object of an operation.</summary>
internal static class OptionsWriter
{
    /// <summary>The expression of the object: only what differs from the defaults.</summary>
    public static string Write(OptionsModel options)
        => $"new global::LlmAspects.Runtime.OperationOptions {{ {string.Join(", ", Assignments(options))} }}";

    private static IEnumerable<string> Assignments(OptionsModel options)
    {
        if (options.ItemTiming)
        {
            yield return "ItemTiming = true";
        }
    }
}
