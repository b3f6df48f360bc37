using System.Globalization;
using System.Text;

namespace LlmAspects.Components.Text;

/// <summary>
/// Finds words: runs of letters, digits and marks, with <c>_</c> and inner apostrophes, and with <c>.</c> or <c>,</c> between digits.
/// A run of an East Asian script that writes no spaces is one word.
/// </summary>
internal ref struct WordTokenizer(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position;

    public TextRange Current { get; private set; }

    public readonly WordTokenizer GetEnumerator() => this;

    public bool MoveNext()
    {
        int start = _position;
        while (start < _text.Length && !StartsWord(start))
        {
            start++;
        }

        if (start == _text.Length)
        {
            _position = start;
            return false;
        }

        int end = IsUnspaced(_text[start]) ? EndOfUnspaced(start) : EndOfWord(start);
        _position = end;
        Current = new TextRange(start, end);
        return true;
    }

    /// <summary>Whether the script of the character writes words without spaces: Han, Hiragana, Katakana, Thai, Lao, Khmer.</summary>
    public static bool IsUnspaced(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF')
            or (>= '\uF900' and <= '\uFAFF') or (>= '\u0E00' and <= '\u0EFF') or (>= '\u1780' and <= '\u17FF');

    private readonly bool StartsWord(int index)
    {
        char c = _text[index];
        return char.IsAsciiLetterOrDigit(c) || (c >= 128 && IsWordUnit(index)) || (c == '_' && index + 1 < _text.Length && char.IsAsciiLetterOrDigit(_text[index + 1]));
    }

    private readonly int EndOfUnspaced(int start)
    {
        int end = start + 1;
        while (end < _text.Length && IsUnspaced(_text[end]))
        {
            end++;
        }

        return end;
    }

    private readonly int EndOfWord(int start)
    {
        int end = start;
        while (end < _text.Length && (Continues(end) || Joins(end)))
        {
            end++;
        }

        return Math.Max(end, start + 1);
    }

    private readonly bool Continues(int index)
    {
        char c = _text[index];
        return char.IsAsciiLetterOrDigit(c) || c == '_' || (c >= 128 && !IsUnspaced(c) && IsWordUnit(index));
    }

    private readonly bool Joins(int index)
    {
        if (index == 0 || index + 1 >= _text.Length)
        {
            return false;
        }

        char before = _text[index - 1];
        char after = _text[index + 1];
        return _text[index] switch
        {
            '\'' or '\u2019' => char.IsLetter(before) && char.IsLetter(after),
            '.' or ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            _ => false,
        };
    }

    private readonly bool IsWordUnit(int index)
    {
        char c = _text[index];
        if (!char.IsSurrogate(c))
        {
            return IsWordCategory(char.GetUnicodeCategory(c));
        }

        int high = char.IsLowSurrogate(c) ? index - 1 : index;
        return high >= 0 && high + 1 < _text.Length && Rune.TryCreate(_text[high], _text[high + 1], out Rune rune) && IsWordCategory(Rune.GetUnicodeCategory(rune));
    }

    private static bool IsWordCategory(UnicodeCategory category) =>
        category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
