using System.Globalization;
using System.Text;

namespace LlmAspects.Components.PostgreSql;

/// <summary>Texts without what the JSON of PostgreSQL refuses, zero and lone surrogates: those are written as escapes, so that nothing is lost and equal stays equal.</summary>
internal static class StorableText
{
    private const char Escape = '\\';

    public static string Write(string text)
    {
        int clean = 0;
        while (clean < text.Length && !IsEscaped(text, clean))
        {
            clean++;
        }

        if (clean == text.Length)
        {
            return text;
        }

        var written = new StringBuilder(text.Length + 8).Append(text.AsSpan(0, clean));
        for (int i = clean; i < text.Length; i++)
        {
            _ = IsEscaped(text, i) ? written.Append(CultureInfo.InvariantCulture, $"{Escape}{(int)text[i]:x4}") : written.Append(text[i]);
        }

        return written.ToString();
    }

    /// <exception cref="InvalidDataException">An escape is none.</exception>
    public static string Read(string written)
    {
        if (!written.Contains(Escape))
        {
            return written;
        }

        var text = new StringBuilder(written.Length);
        for (int i = 0; i < written.Length; i++)
        {
            if (written[i] != Escape)
            {
                text.Append(written[i]);
                continue;
            }

            text.Append(i + 4 < written.Length && ushort.TryParse(written.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)
                ? (char)unit
                : throw new InvalidDataException("The metadata of a document are damaged."));
            i += 4;
        }

        return text.ToString();
    }

    private static bool IsEscaped(string text, int place) => text[place] is Escape or '\0'
        || (char.IsHighSurrogate(text[place]) && !(place + 1 < text.Length && char.IsLowSurrogate(text[place + 1])))
        || (char.IsLowSurrogate(text[place]) && !(place > 0 && char.IsHighSurrogate(text[place - 1])));
}
