namespace LlmAspects.Components.Models;

/// <summary>Scores sentences by the concepts of the question that they hold.</summary>
internal sealed class ConceptScorer : ISentenceScorer
{
    public IEnumerable<ScoredSentence> Score(string request, IReadOnlyList<SourceSentence> sentences) => new QuestionScorer(request, sentences).Score(sentences);
}
