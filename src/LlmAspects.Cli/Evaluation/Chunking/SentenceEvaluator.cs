using LlmAspects.Components.Chunking;

namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>Counts the texts whose sentences are found exactly.</summary>
internal static class SentenceEvaluator
{
    private const string Suite = "sentences";

    /// <summary>The part of the texts that is right, over all and by group; the reference takes each text for one sentence.</summary>
    public static IReadOnlyList<EvalFigure> Score(IReadOnlyList<SentenceSample> samples)
    {
        string[] groups = [.. samples.Select(static sample => sample.Group).OfType<string>().Distinct(StringComparer.Ordinal)];
        return
        [
            Figure("exact-match", samples),
            .. groups.Select(group => Figure($"exact-match {group}", [.. samples.Where(sample => sample.Group == group)])),
        ];
    }

    private static EvalFigure Figure(string metric, IReadOnlyList<SentenceSample> samples) => EvalFigure.OfMean(
        Suite,
        metric,
        [.. samples.Select(static sample => IsSame(sample, TextSentences.Of(sample.Text).Select(sentence => sample.Text.Substring(sentence.Start, sentence.Length))))],
        samples.Average(static sample => IsSame(sample, [sample.Text])),
        "each text is one sentence");

    private static double IsSame(SentenceSample sample, IEnumerable<string> found) =>
        found.Select(text => Normalize(text, sample.IsVerbatim)).SequenceEqual(sample.Sentences.Select(text => Normalize(text, sample.IsVerbatim)), StringComparer.Ordinal) ? 1 : 0;

    private static string Normalize(string text, bool isVerbatim) =>
        isVerbatim ? text.Trim() : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
