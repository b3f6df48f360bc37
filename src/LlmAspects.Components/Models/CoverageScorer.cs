namespace LlmAspects.Components.Models;

/// <summary>Scores sentences by the share of the question's words that they cover, each alike, and by how early they stand in their piece and among the pieces.</summary>
internal sealed class CoverageScorer : ISentenceScorer
{
    private const double FirstPiece = 0.2;
    private const double FirstSentence = 0.1;

    public IEnumerable<ScoredSentence> Score(string request, IReadOnlyList<SourceSentence> sentences)
    {
        IReadOnlyList<QuestionConcept> concepts = QuestionConcept.Read(request);
        foreach (ScoredSentence scored in new QuestionScorer(request, sentences).Score(sentences))
        {
            SourceSentence sentence = scored.Sentence;
            double covered = concepts.Count == 0 ? 0 : concepts.Average(concept => concept.MatchIn(sentence.Terms));
            yield return scored with { Score = covered + (FirstPiece / (1 + sentence.Rank)) + (FirstSentence / (1 + sentence.Position)) };
        }
    }
}
