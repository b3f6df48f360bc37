using System.Globalization;
using LlmAspects.Cli.Ask.Workflows;
using LlmAspects.Cli.Reports;

namespace LlmAspects.Cli.Ask;

/// <summary>The figures of an answer in words, the same for terminal and report.</summary>
internal static class AnswerFacts
{
    public static IEnumerable<(string Name, string Value)> Of(AnswerReport answer)
    {
        yield return ("Model", answer.Model is { } model ? answer.FromCache ? $"{model} (from the cache)" : model : "none");
        if (answer.Attempts.Count > 0)
        {
            yield return ("Attempts", string.Join(", then ", answer.Attempts.Select(Describe)));
        }

        yield return ("Tokens", answer is { InputTokens: { } input, OutputTokens: { } output }
            ? string.Create(CultureInfo.InvariantCulture, $"{input:N0} in, {output:N0} out")
            : "not reported");
        yield return ("Cost", answer is { Local: false, Cost: null } ? "not known: the model's price is not known" : CellText.Cost(answer.Cost, answer.Local));
        if (answer.Panel is { } panel)
        {
            yield return ("Confidence", PanelText.ConfidenceOf(panel));
            yield return ("Guard", PanelText.GuardOf(panel));
            if (PanelText.AgreementOf(panel) is { } agreement)
            {
                yield return ("Agreement", agreement);
            }
        }

        if (answer.Workflow is { } workflow)
        {
            yield return ("Workflow", WorkflowText.Summary(workflow));
        }

        yield return ("Quality", QualityOf(answer));
        if (answer.RejectedCitations > 0)
        {
            yield return ("Removed citations", string.Create(CultureInfo.InvariantCulture, $"{answer.RejectedCitations} did not stand in the documents"));
        }
    }

    private static string Describe(AttemptReport attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{attempt.Model}: {attempt.Outcome} ({attempt.DurationMilliseconds:0.0} ms)");

    private static string QualityOf(AnswerReport answer) => answer.Groundedness is { } score
        ? string.Create(CultureInfo.InvariantCulture, $"groundedness {score:0.00}{(answer.Warnings.Count > 0 ? $"; {string.Join("; ", answer.Warnings)}" : "")}")
        : $"not measured: {answer.GroundednessReason ?? "no score was made"}";
}
