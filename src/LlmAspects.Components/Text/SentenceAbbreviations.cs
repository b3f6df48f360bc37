using System.Collections.Frozen;

namespace LlmAspects.Components.Text;

/// <summary>What a full stop behind a word means: the end of a sentence, or of an abbreviation.</summary>
internal static class SentenceAbbreviations
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverLast = Words(
        "mr mrs ms messrs mme mlle dr prof st sr vs cf e.g i.e eg ie approx gen col lt maj cmdr adm sgt capt rev fr rep sen gov pres hon supt mt ft ca al viz resp incl "
        + "z.b d.h bzw u.a vgl nr hr sra srta ud uds", StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumbers = Words(
        "no nos fig figs vol vols p pp ch sec art eq par ver ext jan feb mar apr jun jul aug sep sept oct nov dec", StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SentenceStarters = Words(
        "A After All Also Although An And Are As At Because Before But By Can Could Did Do Does Each Even First For From Had Has Have He Her Here His How However I If In Instead Is It Its "
        + "Later Let Many May More Most My Next No Nor Not Now On Once One Only Or Our Over Perhaps Please She Should Since So Some Such Than That The Their Then There These They This Those "
        + "Though Thus To Today Under Until Was We Were What When Where Whether Which While Who Why Will With Would Yes Yet You Your", StringComparer.Ordinal);

    /// <summary>Whether no sentence ends behind this word, whatever follows.</summary>
    public static bool IsNeverLast(ReadOnlySpan<char> word) => NeverLast.Contains(word);

    /// <summary>Whether the word is an abbreviation when a number follows: <c>p. 5</c>, <c>Jan. 5</c>.</summary>
    public static bool IsBeforeNumbers(ReadOnlySpan<char> word) => BeforeNumbers.Contains(word);

    /// <summary>Whether a sentence usually begins with the word, so that <c>in the U.S. How</c> is cut and <c>the U.S. Government</c> is not.</summary>
    public static bool StartsSentence(ReadOnlySpan<char> word) => SentenceStarters.Contains(word);

    /// <summary>Whether the word is letters with full stops between them: <c>U.S</c>, <c>a.m</c>.</summary>
    public static bool IsInitialism(ReadOnlySpan<char> word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
            {
                return false;
            }
        }

        return word.Length >= 3 && word.Length % 2 == 1;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words, StringComparer comparer) =>
        words.Split(' ').ToFrozenSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();
}
