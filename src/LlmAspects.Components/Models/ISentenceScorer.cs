namespace LlmAspects.Components.Models;

/// <summary>What an embedded model ranks sentences by. Pure and deterministic.</summary>
internal interface ISentenceScorer
{
    /// <summary>Scores each sentence.</summary>
    /// <param name="request">The question, or the request for a summary.</param>
    /// <param name="sentences">The sentences in order of their place.</param>
    IEnumerable<ScoredSentence> Score(string request, IReadOnlyList<SourceSentence> sentences);
}
