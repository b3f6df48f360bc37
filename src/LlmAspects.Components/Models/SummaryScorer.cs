namespace LlmAspects.Components.Models;

/// <summary>Scores sentences for a summary: how many sentences share their terms, whether they open a piece, and what they hold of the request.</summary>
internal sealed class SummaryScorer : ISentenceScorer
{
    public IEnumerable<ScoredSentence> Score(string request, IReadOnlyList<SourceSentence> sentences)
    {
        Dictionary<string, int> shared = sentences.SelectMany(sentence => sentence.Terms.Keys).CountBy(term => term, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach ((SourceSentence sentence, double support, _) in new QuestionScorer(request, sentences).Score(sentences))
        {
            double central = sentence.Terms.Count == 0 ? 0 : sentence.Terms.Keys.Average(term => (double)shared[term] / sentences.Count);
            double opening = sentence.Position == 0 ? 0.15 : 0;
            double length = sentence.Words is >= 6 and <= 45 ? 0.1 : 0;
            yield return new ScoredSentence(sentence, support, central + opening + length + support);
        }
    }
}
