using System.Buffers;

namespace LlmAspects.Components.Text;

/// <summary>Finds where sentences end: knows abbreviations, initials, decimals, list numbers, quotes and the full stops of other scripts.</summary>
internal static class SentenceSegmenter
{
    // Far longer than any mark or abbreviation; without it, a line of dots costs the square of its length.
    private const int MaxRun = 64;

    // How far back a quotation may have begun.
    private const int MaxQuote = 256;

    private static readonly SearchValues<char> BeforeItems = SearchValues.Create(" \t\r\n•⁃‣");

    /// <summary>Adds the sentences of one block of running text, without the white space around them.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="block">The block in it.</param>
    /// <param name="sentences">Takes the sentences in order.</param>
    public static void Split(ReadOnlySpan<char> text, TextRange block, List<TextRange> sentences)
    {
        int start = block.Start;
        while (start < block.End)
        {
            int end = NextEnd(text[..block.End], start);
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

    private static int NextEnd(ReadOnlySpan<char> text, int start)
    {
        int item = InlineList.NextItem(text, start);
        for (int i = start; i < item; i++)
        {
            if (IsTerminator(text[i]) && EndAt(text, i, start) is var end and > 0)
            {
                return Math.Min(end, item);
            }
        }

        return item;
    }

    /// <summary>The end of the sentence whose terminator stands at the index, with closing quotes and brackets; 0 when none ends there.</summary>
    private static int EndAt(ReadOnlySpan<char> text, int index, int sentenceStart)
    {
        char terminator = text[index];
        int end = index + 1;
        while (end < text.Length && end - index < MaxRun && (IsTerminator(text[end]) || IsCloser(text[end])))
        {
            end++;
        }

        if (terminator > 0x2FFF)
        {
            return EndsInsideQuote(text, index, end, sentenceStart) ? 0 : end;
        }

        if (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            return 0;
        }

        if (terminator == '.' && SpacedEllipsis.EndAt(text, index, sentenceStart) is var ellipsis and not SpacedEllipsis.None)
        {
            return ellipsis;
        }

        int next = SkipOpeners(text, end);
        bool lowerFollows = next < text.Length && char.IsLower(text[next]);
        return lowerFollows || (terminator == '.' && !CanEnd(text, index, sentenceStart, next)) ? 0 : end;
    }

    // In these scripts a quotation is part of the sentence around it: 「何？」と言った。
    private static bool EndsInsideQuote(ReadOnlySpan<char> text, int index, int end, int sentenceStart)
    {
        ReadOnlySpan<char> before = text[Math.Max(sentenceStart, index - MaxQuote)..end];
        int open = before.LastIndexOfAny('「', '『', '（');
        if (open < 0)
        {
            return false;
        }

        bool closed = before[open..].IndexOfAny('」', '』', '）') >= 0;
        return !closed || (end < text.Length && text[end] is >= '\u3041' and <= '\u3096');
    }

    /// <summary>Whether a full stop after this word can end a sentence.</summary>
    private static bool CanEnd(ReadOnlySpan<char> text, int index, int sentenceStart, int next)
    {
        int start = index;
        while (start > sentenceStart && index - start < MaxRun && (char.IsLetterOrDigit(text[start - 1]) || (text[start - 1] == '.' && start < index)))
        {
            start--;
        }

        ReadOnlySpan<char> word = text[start..index];
        bool numberFollows = next < text.Length && char.IsAsciiDigit(text[next]);
        return !IsInitial(text, start, word, sentenceStart, next)
            && !(StartsItem(text[sentenceStart..start]) && IsItemNumber(word))
            && !SentenceAbbreviations.IsNeverLast(word)
            && !(numberFollows && (SentenceAbbreviations.IsBeforeNumbers(word) || (index > 0 && text[index - 1] == '°')))
            && !(SentenceAbbreviations.IsInitialism(word) && next < text.Length && !SentenceAbbreviations.StartsSentence(WordAt(text, next)));
    }

    // "J. Doe" and "Albert I. Jones", but not "you and I. Did".
    private static bool IsInitial(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> word, int sentenceStart, int next)
    {
        if (word.Length != 1 || !char.IsUpper(word[0]) || start <= sentenceStart || next >= text.Length)
        {
            return false;
        }

        int before = start;
        while (before > sentenceStart && char.IsWhiteSpace(text[before - 1]))
        {
            before--;
        }

        int beforeStart = before;
        while (beforeStart > sentenceStart && before - beforeStart < MaxRun && char.IsLetter(text[beforeStart - 1]))
        {
            beforeStart--;
        }

        return word[0] != 'I' || (beforeStart < before && char.IsUpper(text[beforeStart]));
    }

    private static bool StartsItem(ReadOnlySpan<char> before) => before.Length < MaxRun && before.IndexOfAnyExcept(BeforeItems) < 0;

    private static bool IsItemNumber(ReadOnlySpan<char> word) =>
        word is [>= 'a' and <= 'z'] || (word.Length is > 0 and <= 3 && !word.ContainsAnyExceptInRange('0', '9'));

    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && end - start < MaxRun && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[start..end];
    }

    private static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' or '‼' or '⁇' or '⁈' or '⁉' or '؟' or '۔' or '।' or '॥' or '։' or '።' or '។' or '။' or '．' or '。' or '！' or '？' or '｡';

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
