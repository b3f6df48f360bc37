namespace LlmAspects.Components.Routing.Learning;

/// <summary>How a text looks, apart from its words: lengths and the shares of kinds of characters.</summary>
internal static class TextShape
{
    public const int Count = 9;

    public static void Write(ReadOnlySpan<char> text, Span<float> shape)
    {
        int digits = 0, capitals = 0, marks = 0, lines = 1, words = 0, brackets = 0, questions = 0, operators = 0;
        bool inWord = false;
        foreach (char unit in text)
        {
            digits += char.IsAsciiDigit(unit) ? 1 : 0;
            capitals += char.IsUpper(unit) ? 1 : 0;
            marks += char.IsPunctuation(unit) ? 1 : 0;
            lines += unit == '\n' ? 1 : 0;
            questions += unit == '?' ? 1 : 0;
            brackets += unit is '(' or '[' or '{' or '<' ? 1 : 0;
            operators += unit is '=' or '+' or '*' or '/' or '^' or '$' or '\\' or '%' ? 1 : 0;
            bool isWord = char.IsLetterOrDigit(unit);
            words += isWord && !inWord ? 1 : 0;
            inWord = isWord;
        }

        float length = Math.Max(1, text.Length);
        shape[0] = MathF.Log(1 + text.Length);
        shape[1] = MathF.Log(1 + lines);
        shape[2] = digits / length;
        shape[3] = capitals / length;
        shape[4] = marks / length;
        shape[5] = brackets / length;
        shape[6] = operators / length;
        shape[7] = Math.Min(questions, 3);
        shape[8] = words == 0 ? 0 : length / words;
    }
}
