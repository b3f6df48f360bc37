namespace LlmAspects.Components.Models;

/// <summary>The scorers of each selection: for answers and for summaries.</summary>
internal sealed record SentenceScorers(ISentenceScorer Answers, ISentenceScorer Summaries)
{
    private static readonly SentenceScorers Concepts = new(new ConceptScorer(), new SummaryScorer());
    private static readonly SentenceScorers Centrality = Both(new CentralityScorer());
    private static readonly SentenceScorers Coverage = Both(new CoverageScorer());

    public static SentenceScorers Of(ExtractiveSelection selection) => selection switch
    {
        ExtractiveSelection.Concepts => Concepts,
        ExtractiveSelection.Centrality => Centrality,
        ExtractiveSelection.Coverage => Coverage,
        _ => throw new ArgumentOutOfRangeException(nameof(selection), selection, "There is no such selection."),
    };

    private static SentenceScorers Both(ISentenceScorer scorer) => new(scorer, scorer);
}
