using System.Text.RegularExpressions;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Models;

/// <summary>
/// Scores sentences for a question: the share of its concepts that the sentence holds (rare ones weigh more, headings and the sentence
/// before count half), then whether the sentence is about them, where it stands, and whether its length suits an answer.
/// </summary>
internal sealed partial class QuestionScorer
{
    private const double Nearby = 0.5;

    private readonly IReadOnlyList<QuestionConcept> _concepts;
    private readonly double[] _weights;
    private readonly double _totalWeight;
    private readonly bool _asksWhat;
    private readonly bool _asksHowMuch;

    public QuestionScorer(string question, IReadOnlyList<SourceSentence> sentences)
    {
        _concepts = QuestionConcept.Read(question);
        _weights = [.. _concepts.Select(concept => TermWeights.Idf(sentences.Count, sentences.Count(sentence => concept.MatchIn(sentence.Terms) >= 1)))];
        _totalWeight = _weights.Sum();
        _asksWhat = WhatQuestion().IsMatch(question);
        _asksHowMuch = QuantityQuestion().IsMatch(question);
    }

    /// <summary>The scored sentences in order of their place.</summary>
    public IEnumerable<ScoredSentence> Score(IReadOnlyList<SourceSentence> sentences)
    {
        for (int i = 0; i < sentences.Count; i++)
        {
            SourceSentence sentence = sentences[i];
            SourceSentence? before = i > 0 && sentences[i - 1].Rank == sentence.Rank ? sentences[i - 1] : null;
            double support = Support(sentence, before);
            yield return new ScoredSentence(sentence, support, support + Bonus(sentence));
        }
    }

    private double Support(SourceSentence sentence, SourceSentence? before)
    {
        if (_totalWeight == 0)
        {
            return 0;
        }

        IReadOnlyDictionary<string, int> headings = TermFrequencies.Of(sentence.Chunk.HeaderPath);
        double held = 0;
        bool holdsItself = false;
        for (int i = 0; i < _concepts.Count; i++)
        {
            double inside = _concepts[i].MatchIn(sentence.Terms);
            double around = Math.Max(_concepts[i].MatchIn(headings), before is null ? 0 : _concepts[i].MatchIn(before.Terms));
            held += _weights[i] * Math.Max(inside, Nearby * around);
            holdsItself |= inside > 0;
        }

        return holdsItself ? held / _totalWeight : 0;
    }

    private double Bonus(SourceSentence sentence)
    {
        double bonus = 0.1 / (1 + sentence.Rank);
        bonus += sentence.Position == 0 ? 0.03 : 0;
        bonus += IsAboutTheQuestion(sentence) ? (_asksWhat ? 0.2 : 0.05) : 0;
        bonus += _asksHowMuch && sentence.Display.Any(char.IsAsciiDigit) ? 0.15 : 0;
        bonus -= sentence.Words < 4 ? 0.3 : 0;
        bonus -= sentence.Words > 45 ? 0.1 : 0;
        bonus -= sentence.Display[^1] is ':' ? 0.15 : 0;
        return bonus - (sentence.Display[^1] is '?' ? 0.3 : 0);
    }

    /// <summary>Whether the first content word of the sentence is one of the question: then it is probably what the sentence is about.</summary>
    private bool IsAboutTheQuestion(SourceSentence sentence)
    {
        string? first = sentence.Terms.Keys.FirstOrDefault();
        return first is not null && _concepts.Any(concept => concept.Whole == first || concept.Parts.Contains(first));
    }

    [GeneratedRegex(@"^\W*(what|which|who|define|explain|describe)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhatQuestion();

    [GeneratedRegex(@"\b(how (many|much|long|large|big|often|old|far)|what number|what year|when did)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuantityQuestion();
}
