using LlmAspects.Components.Ensembling;

namespace LlmAspects.Components.Tests.Ensembling;

/// <summary>Panels and outcomes for tests.</summary>
internal static class PanelSamples
{
    public static EnsembleMember[] Members(int count) => [.. Enumerable.Range(0, count).Select(static number => new EnsembleMember($"model{number}"))];

    /// <summary>Outcomes of members that err independently and evenly over the wrong ones of some answers; the right one has the number it first occurs with.</summary>
    public static PanelOutcome[] Simulate(int count, int classes, int seed, params double[] accuracies)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Outcome([.. accuracies.Select(accuracy => random.NextDouble() < accuracy ? 0 : random.Next(1, classes))]))];
    }

    /// <summary>An outcome from answers, of which 0 is right.</summary>
    public static PanelOutcome Outcome(params int[] answers)
    {
        int[] seen = [.. answers.Where(static answer => answer >= 0).Distinct()];
        return new PanelOutcome([.. answers.Select(answer => answer < 0 ? answer : Array.IndexOf(seen, answer))], Array.IndexOf(seen, 0));
    }

    public static double ShareRight(this IEnumerable<PanelOutcome> outcomes, PanelModel model) =>
        outcomes.Average(outcome => model.Decide(outcome.Votes).Winner is var winner and >= 0 && winner == outcome.Correct ? 1.0 : 0);
}
