using System.Text.RegularExpressions;
using LlmAspects.Components.Quality;

namespace LlmAspects.Components.Caching.Semantic;

/// <summary>A question taken apart: what it asks for, about what, and everything whose change would change the answer.</summary>
internal sealed partial class QuestionForm
{
    private QuestionForm(string text)
    {
        string[] shown = [.. Word().Matches(text).Select(static match => match.Value.Replace('\u2019', '\''))];
        string[] words = [.. shown.Select(static word => word.ToLowerInvariant())];
        Kind = QuestionFrames.Split(Expand(string.Join(' ', words)), out string about);
        Terms = Number(about.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static word => !NegationWords.IsNegation(word)).Select(Bare).Where(static word => word.Length > 0 && !QuestionWords.IsEmpty(word)).Select(static word => AsNumber(word) ?? QuestionWords.Stem(word)));
        Numbers = [.. words.Select(AsNumber).OfType<string>().Order(StringComparer.Ordinal)];
        Negations = words.Count(static word => NegationWords.IsNegation(word) || BareNegations.Contains(word));
        Stems = [.. words.Select(static word => QuestionWords.Stem(Bare(word)))];
        Names = [.. shown.Skip(1).Where(static word => char.IsUpper(word[0]) && word != "I" && !word.StartsWith("I'", StringComparison.Ordinal)).Select(static word => QuestionWords.Stem(Bare(word.ToLowerInvariant())))];
        Quoted = [.. Quotation().Matches(text).Select(static match => match.Groups[1].Value.Trim().ToLowerInvariant()).Order(StringComparer.Ordinal)];
        Persons = [.. words.Select(QuestionWords.PersonOf).Where(static person => person > 0)];
        Capitals = [.. shown.Skip(1).Where(static word => QuestionWords.IsOtherWithCapital(word.ToLowerInvariant())).Select(static word => char.IsUpper(word[0]) ? word : word.ToLowerInvariant()).Order(StringComparer.Ordinal)];
        IsPast = words.Any(QuestionWords.IsPast);
    }

    /// <summary>Negations without their apostrophe.</summary>
    private static readonly string[] BareNegations = ["dont", "doesnt", "isnt", "cant", "wont", "didnt", "arent", "wasnt", "shouldnt", "couldnt"];

    public QuestionKind Kind { get; }

    /// <summary>What it is about, in order; the second "a" is "a#2", so that each occurs once.</summary>
    public string[] Terms { get; }

    public string[] Numbers { get; }

    public int Negations { get; }

    public HashSet<string> Stems { get; }

    /// <summary>Words that are written with a capital though they do not begin the text.</summary>
    public HashSet<string> Names { get; }

    public string[] Quoted { get; }

    /// <summary>Who speaks (1) and who is spoken to (2), in order.</summary>
    public int[] Persons { get; }

    /// <summary>Words such as "Polish" and "polish" that mean something else with a capital.</summary>
    public string[] Capitals { get; }

    public bool IsPast { get; }

    public static QuestionForm Of(string text) => new(text);

    private static string Expand(string text) => Contraction().Replace(text, static match => match.Value switch
    {
        "'s" => " is",
        "'m" => " am",
        "'re" => " are",
        "'ve" => " have",
        "'ll" => " will",
        _ => match.Value,
    });

    private static string Bare(string word)
    {
        word = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        return word.Replace("'", "", StringComparison.Ordinal);
    }

    private static string? AsNumber(string word) => word.AsSpan().ContainsAnyInRange('0', '9') ? word.Replace(",", "", StringComparison.Ordinal) : NumberWords.ToDigits(QuestionWords.Stem(word));

    private static string[] Number(IEnumerable<string> stems)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. stems.Select(QuestionWords.Unify).Select(stem =>
        {
            int count = seen[stem] = seen.GetValueOrDefault(stem) + 1;
            return count == 1 ? stem : FormattableString.Invariant($"{stem}#{count}");
        })];
    }

    [GeneratedRegex("\\d[\\d.,]*\\d|[A-Za-z0-9]+(?:['\u2019][A-Za-z]+)?|[+#%$\u20ac\u00a3]|[^\\x00-\\x7f\\s\u2018-\u201f\u2026\u2013\u2014]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("(?<=\\b(?:what|who|how|where|when|that|it|there|here|why|which))'s\\b|'(?:m|re|ve|ll)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Contraction();

    [GeneratedRegex("[\"\u201c\u201d]+([^\"\u201c\u201d]+)[\"\u201c\u201d]+", RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();
}
