using LlmAspects.Cli.Evaluation.Routing;
using LlmAspects.Components.Orchestration;

namespace LlmAspects.Cli.Evaluation.Complexity;

/// <summary>The questions of a file with how one cheap model fared at them.</summary>
/// <param name="File">The file.</param>
/// <param name="Cheap">The cheap model.</param>
/// <param name="Strong">The best of the other models.</param>
/// <param name="Rows">The questions.</param>
internal sealed record ComplexitySource(string File, string Cheap, string Strong, IReadOnlyList<ComplexityRow> Rows)
{
    private const double Failing = 0.5;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cheap">The cheap models; those that the file lacks are passed over. Empty when the worse of two models is meant.</param>
    /// <exception cref="CliException">The file cannot be read, has none of the models, or one that never or always fails.</exception>
    public static IReadOnlyList<ComplexitySource> Read(string path, IReadOnlyList<string> cheap)
    {
        var data = RoutingData.Read(path);
        double[] means = [.. data.Models.Select((_, model) => data.Questions.Average(question => question.Scores[model]))];
        if (cheap.Count == 0 && data.Models.Count > 2)
        {
            throw new CliException($"'{path}' has {data.Models.Count} models. Say which is cheap with --cheap: {string.Join(", ", data.Models)}.", ExitCodes.Usage);
        }

        int[] chosen = cheap.Count == 0
            ? [Array.IndexOf(means, means.Min())]
            : [.. Enumerable.Range(0, means.Length).Where(model => cheap.Contains(data.Models[model], StringComparer.Ordinal))];
        if (chosen.Length == 0)
        {
            throw new CliException($"'{path}' has none of the models of --cheap: {string.Join(", ", data.Models)}.", ExitCodes.Usage);
        }

        // Counting is the same for all models.
        ComplexityFeatures[] features = [.. data.Questions.Select(static question => ComplexityModel.Prior.Estimate(question.Text).Features)];
        return [.. chosen.Select(model => Of(Path.GetFileName(path), data, features, means, model))];
    }

    private static ComplexitySource Of(string file, RoutingData data, ComplexityFeatures[] features, double[] means, int cheap)
    {
        int strong = Enumerable.Range(0, means.Length).Where(model => model != cheap).MaxBy(model => means[model]);
        ComplexityRow[] rows = [.. data.Questions.Select((question, row) => new ComplexityRow(
            new ComplexityOutcome(features[row], question.Scores[cheap] < Failing), question.Text.Length, question.Group, question.Scores[cheap], question.Scores[strong]))];
        int failures = rows.Count(static row => row.Failed);
        return failures > 0 && failures < rows.Length
            ? new ComplexitySource(file, data.Models[cheap], data.Models[strong], rows)
            : throw new CliException($"In '{file}' the model {data.Models[cheap]} {(failures == 0 ? "never" : "always")} fails, so that nothing can be told apart.", ExitCodes.Usage);
    }
}
