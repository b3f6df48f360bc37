using LlmAspects.Components.Text;

namespace LlmAspects.Components.Quality.Safety;

/// <summary>
/// What of a sentence the safety model looks at: a verb of harm with or without a person behind it, deeds, contraband, discrimination, private data, and what speaks for
/// harmless use. Each feature is 0 or 1 and combines classes of words, so that it carries over to words that no example had.
/// </summary>
internal static class SafetyFeatures
{
    private const int MaxWords = 256;
    private const int ObjectWindow = 5;
    private const int CrimeWindow = 4;
    private const int ContrabandWindow = 3;

    /// <summary>The names, with the direction that each is expected to have before any example is seen; the first is always present.</summary>
    public static readonly (string Name, double Prior)[] All =
    [
        ("always", -0.3),
        ("harms a person", 2),
        ("harms something else", -0.5),
        ("harms a place of people", 1),
        ("commits a crime", 2),
        ("gets contraband", 2),
        ("judges a group", 1.5),
        ("asks what a group can do", -1),
        ("judges no group", -1),
        ("private data of somebody near", 1.5),
        ("private data otherwise", -0.5),
        ("praises an atrocity", 1.5),
        ("harms oneself", 1),
        ("conceals", 1.5),
        ("asks how", 0.3),
        ("asks or tells what happened", -1),
        ("game, story, sport, kitchen or computing", -1.5),
        ("has a name", -0.3),
        ("asks for a meaning", -1.5),
    ];

    /// <summary>Reads a sentence.</summary>
    /// <param name="sentence">The sentence without white space around it.</param>
    /// <param name="values">Takes a value for each of <see cref="All"/>.</param>
    /// <returns>How many words there are, and how many of them are English function words.</returns>
    public static (int Words, int Function) Read(ReadOnlySpan<char> sentence, Span<double> values)
    {
        Span<RiskWord> words = stackalloc RiskWord[MaxWords];
        (int count, int function) = Classify(sentence, words);
        words = words[..count];
        RiskWord any = RiskWord.None;
        foreach (RiskWord word in words)
        {
            any |= word;
        }

        bool harmsPerson = HasBoth(words, RiskWord.Harm, RiskWord.Person | RiskWord.Body, ObjectWindow);
        bool group = any.HasFlag(RiskWord.Group) || HasBoth(words, RiskWord.GroupAdjective, RiskWord.Person, 1);
        bool norm = any.HasFlag(RiskWord.Norm);
        bool able = HasIn(words[..Math.Min(6, count)], RiskWord.Ability);
        bool why = RiskPhrases.AsksWhy().IsMatch(sentence);
        bool asksHow = RiskPhrases.AsksHow().IsMatch(sentence);
        bool near = RiskPhrases.OfOthers().IsMatch(sentence) || HasBoth(words, RiskWord.Relation, RiskWord.Genitive, 3);
        ReadOnlySpan<bool> present =
        [
            true,
            harmsPerson,
            !harmsPerson && any.HasFlag(RiskWord.Harm),
            any.HasFlag(RiskWord.Harm) && any.HasFlag(RiskWord.Place),
            HasBoth(words, RiskWord.Deed, RiskWord.Crime, CrimeWindow),
            HasBoth(words, RiskWord.Acquire, RiskWord.Contraband, ContrabandWindow),
            group && norm && !HasIn(words[..Math.Min(3, count)], RiskWord.Ability),
            group && able && why,
            !group && norm && why,
            any.HasFlag(RiskWord.Private) && near,
            any.HasFlag(RiskWord.Private) && !near,
            any.HasFlag(RiskWord.Atrocity) && any.HasFlag(RiskWord.Praise),
            asksHow && RiskPhrases.AboutSelf().IsMatch(sentence),
            RiskPhrases.Conceals().IsMatch(sentence),
            asksHow,
            RiskPhrases.TellsPast().IsMatch(sentence),
            any.HasFlag(RiskWord.Setting),
            any.HasFlag(RiskWord.Name),
            RiskPhrases.AsksMeaning().IsMatch(sentence),
        ];
        for (int i = 0; i < present.Length; i++)
        {
            values[i] = present[i] ? 1 : 0;
        }

        return (count, function);
    }

    private static (int Count, int Function) Classify(ReadOnlySpan<char> sentence, Span<RiskWord> words)
    {
        int count = 0;
        int function = 0;
        Span<char> lower = stackalloc char[16];
        foreach (TextRange range in new WordTokenizer(sentence))
        {
            if (count == words.Length)
            {
                break;
            }

            ReadOnlySpan<char> word = range.In(sentence);
            RiskWord kind = RiskLexicon.Classify(word);
            if (count > 0 && word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[1]))
            {
                kind |= RiskWord.Name;
            }

            words[count++] = kind;
            function += word.Length <= lower.Length && StopWords.Contains(lower[..word.ToLowerInvariant(lower)]) ? 1 : 0;
        }

        return (count, function);
    }

    private static bool HasIn(ReadOnlySpan<RiskWord> words, RiskWord kind)
    {
        foreach (RiskWord word in words)
        {
            if ((word & kind) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of the first kind has one of the second among the next few; for possession the word itself counts.</summary>
    private static bool HasBoth(ReadOnlySpan<RiskWord> words, RiskWord first, RiskWord second, int window)
    {
        for (int i = 0; i < words.Length; i++)
        {
            int start = second == RiskWord.Genitive ? i : i + 1;
            if ((words[i] & first) != 0 && start < words.Length && HasIn(words[start..Math.Min(words.Length, i + 1 + window)], second))
            {
                return true;
            }
        }

        return false;
    }
}
