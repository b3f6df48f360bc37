using System.Globalization;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Quality;

/// <summary>
/// Measures whether prose can be read: sentences of readable length, words that look like words, no repetition without end, an end. The score is the product of these
/// factors. It says nothing about truth, and abstains where the text does not read as English.
/// </summary>
internal static class ClarityScorer
{
    /// <summary>Readable sentences have up to 25 words; at 75 nothing of the factor but its floor is left.</summary>
    private const double ReadableLength = 25;
    private const double UnreadableLength = 75;
    private const double LengthFloor = 0.3;

    private const int PhraseLength = 3;
    private const double UnfinishedFactor = 0.9;

    /// <summary>From this many words on, prose without function words is another language, or none.</summary>
    private const int MinWordsForLanguage = 8;
    private const double MinFunctionShare = 0.1;

    public static QualityScore Score(string answer)
    {
        List<TextRange> sentences = MarkdownSentences.Of(answer);
        var prose = new ProseCounts();
        foreach (TextRange sentence in sentences)
        {
            prose.AddSentence(sentence.In(answer));
        }

        if (prose.Words == 0)
        {
            return new QualityScore(null, "There is no prose.");
        }

        double wordlike = (double)prose.Wordlike / prose.Words;
        if (wordlike > 0.5 && prose.Words >= MinWordsForLanguage && prose.Function < MinFunctionShare * prose.Words)
        {
            return new QualityScore(null, "The prose does not read as English.");
        }

        double length = LengthFactor(prose.MeanLengthByWord);
        double fresh = prose.FreshShare(PhraseLength);
        double ending = Ends(answer, sentences[^1], prose.Words) ? 1 : UnfinishedFactor;
        return new QualityScore(length * fresh * wordlike * ending, Explain(length, fresh, wordlike, ending));
    }

    private static double LengthFactor(double length) =>
        Math.Clamp(1 - ((1 - LengthFloor) * (length - ReadableLength) / (UnreadableLength - ReadableLength)), LengthFloor, 1);

    private static bool Ends(string answer, TextRange last, int words)
    {
        char end = last.In(answer)[^1];
        return words < MinWordsForLanguage || !char.IsLetterOrDigit(end) || answer.AsSpan(last.End).ContainsAnyExcept(" \r\n\t");
    }

    private static string Explain(double length, double fresh, double wordlike, double ending)
    {
        (string Name, double Factor)[] factors = [("length of sentences", length), ("freshness of phrases", fresh), ("words that look like words", wordlike), ("an end", ending)];
        string lowering = string.Join(", ", factors.Where(static factor => factor.Factor < 1).Select(static factor => string.Create(CultureInfo.InvariantCulture, $"{factor.Name} {factor.Factor:0.00}")));
        return lowering.Length == 0 ? "Nothing lowers it." : $"Lowered by: {lowering}.";
    }
}
