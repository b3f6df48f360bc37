using System.Text.RegularExpressions;

namespace LlmAspects.Cli.Evaluation.Suites;

/// <summary>The simplest reference of groundedness: the share of a claim's words, or pairs of words, that the context has.</summary>
internal static partial class NgramPrecision
{
    /// <param name="claim">The claim.</param>
    /// <param name="context">The context.</param>
    /// <param name="length">How many words in a row are compared.</param>
    /// <returns>From 0 to 1; 0 when the claim is too short.</returns>
    public static double Of(string claim, string context, int length)
    {
        HashSet<string> known = [.. Ngrams(context, length)];
        string[] asked = [.. Ngrams(claim, length)];
        return asked.Length == 0 ? 0 : asked.Average(ngram => known.Contains(ngram) ? 1.0 : 0.0);
    }

    private static IEnumerable<string> Ngrams(string text, int length)
    {
        string[] words = [.. Word().Matches(text.ToLowerInvariant()).Select(static match => match.Value)];
        return Enumerable.Range(0, Math.Max(0, words.Length - length + 1)).Select(start => string.Join(' ', words, start, length));
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
