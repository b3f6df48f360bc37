using System.Text.Json;

namespace LlmAspects.Cli.Evaluation;

/// <summary>The models of labelled data, the same in every row.</summary>
internal static class ModelNames
{
    /// <summary>The models of a row in ordinal order.</summary>
    /// <param name="byModel">An object with a field for each model.</param>
    /// <param name="models">Those of the first row, which sets them.</param>
    /// <param name="fewest">How many there must be.</param>
    /// <param name="tooFew">What is said when there are fewer.</param>
    /// <exception cref="FormatException">There are too few, or others than in the first row.</exception>
    public static string[] Of(JsonElement byModel, ref string[]? models, int fewest, string tooFew)
    {
        string[] names = [.. byModel.EnumerateObject().Select(static field => field.Name).Order(StringComparer.Ordinal)];
        models ??= names;
        return names.Length < fewest ? throw new FormatException(tooFew)
            : names.SequenceEqual(models) ? names
            : throw new FormatException("The models are not those of the first line.");
    }
}
