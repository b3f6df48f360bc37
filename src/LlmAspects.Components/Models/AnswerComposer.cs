using System.Text;
using System.Text.RegularExpressions;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Models;

/// <summary>Answers a question, or summarizes, with sentences of a context. Pure and deterministic.</summary>
internal static partial class AnswerComposer
{
    /// <summary>A sentence that holds less of the question is no answer.</summary>
    private const double MinSupport = 0.5;

    /// <summary>A further sentence must come this close to the best one.</summary>
    private const double MinShareOfBest = 0.85;

    private const double MaxSameTerms = 0.6;
    private const int MaxAnswerSentences = 3;
    private const int MaxSummarySentences = 5;

    public static ExtractiveAnswer Compose(string question, RetrievedContext? context, LlmTask? task, SentenceScorers scorers)
    {
        List<SourceSentence> sentences = context is null ? [] : SourceSentence.Read(context);
        if (sentences.Count == 0)
        {
            return ExtractiveAnswer.None;
        }

        bool summarize = task == LlmTask.Summarization || SummaryRequest().IsMatch(question);
        return summarize ? Summarize(question, sentences, scorers.Summaries) : Answer(question, sentences, scorers.Answers);
    }

    private static ExtractiveAnswer Answer(string question, List<SourceSentence> sentences, ISentenceScorer scorer)
    {
        List<ScoredSentence> ranked = Rank(scorer.Score(question, sentences).Where(scored => scored.Support >= MinSupport));
        if (ranked.Count == 0)
        {
            return ExtractiveAnswer.None;
        }

        List<SourceSentence> chosen = Choose(ranked.Where(scored => scored.Score >= MinShareOfBest * ranked[0].Score), MaxAnswerSentences);

        // The best sentence opens the answer; the others follow as they stand in the sources.
        return Write([chosen[0], .. InOrder(chosen.Skip(1))]);
    }

    private static ExtractiveAnswer Summarize(string question, List<SourceSentence> sentences, ISentenceScorer scorer) =>
        Write([.. InOrder(Choose(Rank(scorer.Score(question, sentences)), MaxSummarySentences))]);

    private static List<ScoredSentence> Rank(IEnumerable<ScoredSentence> scored) =>
        [.. scored.OrderByDescending(item => item.Score).ThenBy(item => item.Sentence.Rank).ThenBy(item => item.Sentence.Position)];

    private static List<SourceSentence> Choose(IEnumerable<ScoredSentence> ranked, int most)
    {
        var chosen = new List<SourceSentence>();
        foreach (ScoredSentence candidate in ranked)
        {
            if (chosen.Count < most && chosen.TrueForAll(sentence => SameTerms(sentence, candidate.Sentence) < MaxSameTerms))
            {
                chosen.Add(candidate.Sentence);
            }
        }

        return chosen;
    }

    private static IEnumerable<SourceSentence> InOrder(IEnumerable<SourceSentence> sentences) =>
        sentences.OrderBy(sentence => sentence.Rank).ThenBy(sentence => sentence.Position);

    /// <summary>The Jaccard index of the terms: 1 for the same ones.</summary>
    private static double SameTerms(SourceSentence one, SourceSentence other)
    {
        int common = one.Terms.Keys.Count(other.Terms.ContainsKey);
        int all = one.Terms.Count + other.Terms.Count - common;
        return all == 0 ? 1 : (double)common / all;
    }

    private static ExtractiveAnswer Write(IReadOnlyList<SourceSentence> sentences)
    {
        var text = new StringBuilder();
        var citations = new List<DocumentCitation>();
        foreach (SourceSentence sentence in sentences)
        {
            text.Append(text.Length == 0 ? "" : " ");
            int start = text.Length;
            text.Append(sentence.Display);
            var region = new TextSpanAnnotatedRegion { StartIndex = start, EndIndex = text.Length };
            citations.Add(DocumentCitation.Of(sentence.Chunk, sentence.Range.Start, sentence.Range.Length, [region]));
        }

        return new ExtractiveAnswer(text.ToString(), citations, true);
    }

    [GeneratedRegex(@"^\W*((please|can you|could you)\s+)*(summari[sz]e|give (me )?(a|an) (summary|overview)|sum up|tl;?dr)\b|\b(a|the) summary of\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SummaryRequest();
}
