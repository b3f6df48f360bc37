using System.Collections.Immutable;

namespace LlmAspects.Components.Orchestration;

/// <summary>What the weights of a complexity model stand for. A count enters by its doublings, so that a hundred numbers are not ten times as hard as ten.</summary>
internal static class ComplexityTerms
{
    private const int ShortText = 16;

    // A pasted page does not become certain to fail.
    private const int MostCounted = 15;

    /// <summary>The names, in the order of the weights. What was learned is kept by them.</summary>
    public static ImmutableArray<string> Names { get; } =
        ["intercept", "words", "parts", "options", "conditions", "negations", "steps", "numbers", "symbols", "variables", "hard_task"];

    /// <summary>Writes the value of each term.</summary>
    public static void Write(in ComplexityFeatures features, Span<double> values)
    {
        values[0] = 1;
        values[1] = Math.Max(0, Math.Log2((double)Math.Max(1, features.Words) / ShortText));
        values[2] = Doublings(features.Parts - 1);
        values[3] = Doublings(features.Options);
        values[4] = Doublings(features.Conditions);
        values[5] = Doublings(features.Negations);
        values[6] = Doublings(features.Steps);
        values[7] = Doublings(features.Numbers);
        values[8] = Doublings(features.Symbols);
        values[9] = Doublings(features.Variables);
        values[10] = features.Task is LlmTask.Reasoning or LlmTask.Code or LlmTask.Analysis ? 1 : 0;
    }

    private static double Doublings(int count) => Math.Log2(1 + Math.Clamp(count, 0, MostCounted));
}
