using System.Text;
using System.Text.RegularExpressions;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Quality;

/// <summary>Finds the sentences of an answer that state something: no questions, apologies or remarks about the documents, no citation marks.</summary>
internal static partial class ClaimReader
{
    public static IEnumerable<Claim> Read(string answer)
    {
        string text = WithoutMarks(answer);
        List<TextRange> sentences = MarkdownSentences.Of(text);
        foreach (TextRange sentence in sentences.Count > 0 ? sentences : [new TextRange(0, text.Length).Trim(text)])
        {
            Statement statement = Statement.Read(sentence.In(text));
            if (statement.Stems.Count > 0 && !IsRemark(sentence.In(text)))
            {
                yield return new Claim(sentence, statement);
            }
        }
    }

    private static bool IsRemark(ReadOnlySpan<char> sentence) =>
        sentence.TrimEnd().EndsWith('?') || AboutSpeaker().IsMatch(sentence) || AboutSources().IsMatch(sentence);

    [GeneratedRegex(@"^sorry\b|\bI(?: am|['’]m) (?:very |so |really )?(?:sorry|unable|not able|not sure|afraid)\b|\bI (?:do not|don['’]t|cannot|can['’]t|apologi[sz]e)\b|\bas an AI\b|\blet me know\b|\bhope this helps\b|\bhappy to help\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutSpeaker();

    [GeneratedRegex(@"\b(?:documents?|context|text|sources?|passages?) (?:do not|does not|don['’]t|doesn['’]t) (?:answer|mention|say|specify|state)\b|\bnot (?:mentioned|stated|specified) in the (?:given |provided )?(?:documents?|context|text|sources?|passages?)\b|\bnot enough information\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutSources();

    /// <summary>Blanks citation marks such as <c>[1]</c>; offsets stay.</summary>
    private static string WithoutMarks(string answer)
    {
        StringBuilder? text = null;
        foreach (ValueMatch mark in CitationMark().EnumerateMatches(answer))
        {
            text ??= new StringBuilder(answer);
            for (int i = mark.Index; i < mark.Index + mark.Length; i++)
            {
                text[i] = ' ';
            }
        }

        return text?.ToString() ?? answer;
    }

    [GeneratedRegex(@"\[[0-9]{1,4}\]", RegexOptions.CultureInvariant)]
    private static partial Regex CitationMark();
}
