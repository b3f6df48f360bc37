using System.Collections.Frozen;

namespace LlmAspects.Components.Text;

/// <summary>Finds where sentences end: knows abbreviations, initials, decimals, list numbers, quotes and the full stops of other scripts.</summary>
internal static class SentenceSegmenter
{
    // Far longer than any mark or abbreviation; without it, a line of dots costs the square of its length.
    private const int MaxRun = 64;

    private const string NeverLast = "mr mrs ms dr prof st sr jr vs cf e.g i.e eg ie approx gen col sgt capt rev hon ca al viz resp incl";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations =
        NeverLast.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the sentences of one block of running text, without the white space around them.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="block">The block in it.</param>
    /// <param name="sentences">Takes the sentences in order.</param>
    public static void Split(ReadOnlySpan<char> text, TextRange block, List<TextRange> sentences)
    {
        int start = block.Start;
        while (start < block.End)
        {
            int end = NextEnd(text[..block.End], start, block.Start);
            TextRange sentence = new TextRange(start, end).Trim(text);
            if (!sentence.IsEmpty)
            {
                sentences.Add(sentence);
            }

            start = end;
        }
    }

    /// <summary>The end of the last sentence that ends inside the text, or 0: behind its full stop and the white space that follows.</summary>
    public static int LastEnd(ReadOnlySpan<char> text)
    {
        for (int i = text.Length - 1; i > 0; i--)
        {
            if (IsTerminator(text[i]))
            {
                int end = EndAt(text, i, 0);
                if (end > 0 && end < text.Length)
                {
                    return SkipSpace(text, end);
                }
            }
        }

        return 0;
    }

    private static int NextEnd(ReadOnlySpan<char> text, int start, int blockStart)
    {
        for (int i = start; i < text.Length; i++)
        {
            if (IsTerminator(text[i]) && EndAt(text, i, blockStart) is var end and > 0)
            {
                return end;
            }
        }

        return text.Length;
    }

    /// <summary>The end of the sentence whose terminator stands at the index, with closing quotes and brackets; 0 when none ends there.</summary>
    private static int EndAt(ReadOnlySpan<char> text, int index, int blockStart)
    {
        char terminator = text[index];
        int end = index + 1;
        while (end < text.Length && end - index < MaxRun && (IsTerminator(text[end]) || IsCloser(text[end])))
        {
            end++;
        }

        if (terminator > 0x2FFF)
        {
            return end;
        }

        if (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            return 0;
        }

        int next = SkipOpeners(text, end);
        bool lowerFollows = next < text.Length && char.IsLower(text[next]);
        return lowerFollows || (terminator == '.' && !CanEnd(text, index, blockStart)) ? 0 : end;
    }

    /// <summary>Whether a full stop after this word can end a sentence.</summary>
    private static bool CanEnd(ReadOnlySpan<char> text, int index, int blockStart)
    {
        int start = index;
        while (start > blockStart && index - start < MaxRun && (char.IsLetterOrDigit(text[start - 1]) || (text[start - 1] == '.' && start < index)))
        {
            start--;
        }

        ReadOnlySpan<char> word = text[start..index];
        bool isInitial = word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I' && start > blockStart && index + 1 < text.Length;
        bool isListNumber = start == blockStart && word.Length is > 0 and <= 3 && !word.ContainsAnyExceptInRange('0', '9');
        return !isInitial && !isListNumber && !Abbreviations.Contains(word) && !NumberFollows(text, index, word);
    }

    private static bool NumberFollows(ReadOnlySpan<char> text, int index, ReadOnlySpan<char> word) =>
        (word is "no" or "No" or "nos" or "Nos" or "fig" or "Fig" or "figs" or "Figs" or "vol" or "Vol" or "pp")
        && SkipSpace(text, index + 1) is var next && next < text.Length && char.IsAsciiDigit(text[next]);

    private static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' or '؟' or '।' or '。' or '！' or '？' or '｡';

    private static bool IsCloser(char c) => c is '"' or '\'' or ')' or ']' or '}' or '”' or '’' or '»' or '*' or '_' or '`' or '」' or '』' or '）';

    private static int SkipSpace(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && char.IsWhiteSpace(text[index]))
        {
            index++;
        }

        return index;
    }

    private static int SkipOpeners(ReadOnlySpan<char> text, int index)
    {
        index = SkipSpace(text, index);
        while (index < text.Length && (text[index] is '"' or '\'' or '(' or '“' or '‘' or '«' or '*' or '_'))
        {
            index++;
        }

        return index;
    }
}
