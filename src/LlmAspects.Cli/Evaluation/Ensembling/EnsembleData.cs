using System.Collections.Immutable;
using System.Text.Json;
using LlmAspects.Components.Ensembling;

namespace LlmAspects.Cli.Evaluation.Ensembling;

/// <summary>Questions with the answers of the same models, as a file of JSON lines has them: <c>gold</c>, and <c>answers</c> by model.</summary>
/// <param name="Models">The models.</param>
/// <param name="Outcomes">How they voted on each question, and which answer was right.</param>
internal sealed record EnsembleData(ImmutableArray<string> Models, IReadOnlyList<PanelOutcome> Outcomes)
{
    /// <summary>The same questions without one of the models.</summary>
    public EnsembleData Without(int model) => new(
        [.. Models.Where((_, place) => place != model)],
        [.. Outcomes.Select(outcome => Renumbered([.. outcome.Votes.Where((_, place) => place != model)], outcome.Correct))]);

    /// <summary>The outcomes of some of the models, in another order.</summary>
    /// <param name="models">The models.</param>
    /// <returns>The outcomes; <see langword="null"/> when one of the models is not there.</returns>
    public IReadOnlyList<PanelOutcome>? For(IReadOnlyList<string> models)
    {
        int[] places = [.. models.Select(model => Models.IndexOf(model))];
        return places.Contains(-1) ? null : [.. Outcomes.Select(outcome => Renumbered([.. places.Select(place => outcome.Votes[place])], outcome.Correct))];
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="CliException">The file cannot be read, or a line is wrong; the message names it.</exception>
    public static EnsembleData Read(string path)
    {
        string[]? models = null;
        List<PanelOutcome> outcomes = JsonLines.Read(path, row => Parse(row, ref models), "\"gold\" (text) and \"answers\" (a text for each model)");
        return models is null ? throw new CliException($"'{path}' has no question.", ExitCodes.Usage) : new EnsembleData([.. models], outcomes);
    }

    private static PanelOutcome Parse(JsonElement row, ref string[]? models)
    {
        JsonElement answers = row.GetProperty("answers");
        string[] names = ModelNames.Of(answers, ref models, fewest: 3, "There are fewer than three models.");
        string gold = row.GetProperty("gold").GetString() ?? throw new FormatException("The gold answer is null.");
        string?[] forms = [.. names.Select(name => FormOf(answers.GetProperty(name).GetString() ?? ""))];
        string?[] distinct = [.. forms.Where(static form => form is not null).Distinct(StringComparer.Ordinal)];
        return new PanelOutcome(
            [.. forms.Select(form => form is null ? PanelOutcome.NoAnswer : Array.IndexOf(distinct, form))],
            Array.IndexOf(distinct, FormOf(gold) ?? throw new FormatException("There is no gold answer.")));
    }

    private static string? FormOf(string text) => AnswerCanonicalizer.Canonicalize(text) is { } answer ? $"{answer.Kind}:{answer.Value}" : null;

    // The numbers of answers are below the number of members.
    private static PanelOutcome Renumbered(int[] votes, int correct)
    {
        int[] distinct = [.. votes.Where(static vote => vote >= 0).Distinct()];
        return new PanelOutcome([.. votes.Select(vote => vote < 0 ? vote : Array.IndexOf(distinct, vote))], Array.IndexOf(distinct, correct));
    }
}
