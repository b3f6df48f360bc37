using System.Text;

namespace LlmAspects.Components.Tests.Tokens;

/// <summary>Random well-formed texts: words, code, scripts, emoji, runs and single runes of all planes.</summary>
internal sealed class TextSamples(int seed)
{
    private static readonly string[] Fragments =
    [
        "the", "It's", " ", "  \n", "\r\n\r\n", "2026", "12345", "é", "naïve", "中文字", "日本語", "👩‍💻", "x = y;", "</p>", "__init__", "---", "ﬀ", "\t\t", "DON'T", "/*",
        "public static void", "=> {", "Straße", "Ελληνικά", "हिन्दी", "한국어", "العربية", "٣٤٥", "🇩🇪", "e\u0301", "\u00A0", "\u2003", "HTTPServer", "0x7f", "<|endof", "text|>", "<|endoftext|>", "\u3000", "...", "'LL", "\0",
    ];

    private static readonly string[] Repeated = ["x", "ab", " ", "\n", "_", "-", "=", "中", "😀", "A", "9", "é", "\t ", "日本"];

    private readonly Random _random = new(seed);

    /// <summary>The next text, of up to a dozen parts.</summary>
    public string Next()
    {
        var text = new StringBuilder();
        for (int parts = _random.Next(13); parts > 0; parts--)
        {
            Append(text);
        }

        return text.ToString();
    }

    private void Append(StringBuilder text)
    {
        switch (_random.Next(10))
        {
            case 0:
                string unit = Repeated[_random.Next(Repeated.Length)];
                text.Insert(text.Length, unit, _random.Next(1, 30));
                break;
            case 1:
                text.Append(AnyRune().ToString());
                break;
            case 2:
                text.Append((char)_random.Next(0x20, 0x7F));
                break;
            default:
                text.Append(Fragments[_random.Next(Fragments.Length)]);
                break;
        }
    }

    private Rune AnyRune()
    {
        int value = _random.Next(0x11_0000 - 0x800);
        return new Rune(value < 0xD800 ? value : value + 0x800);
    }
}
