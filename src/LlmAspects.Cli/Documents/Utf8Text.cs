using System.Text;

namespace LlmAspects.Cli.Documents;

/// <summary>Tells text from binary: no NUL in the first 8 kB, valid UTF-8 to the end.</summary>
internal static class Utf8Text
{
    private const int Inspected = 8 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes bytes without their byte order mark; <see langword="null"/> when they are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes[..Math.Min(bytes.Length, Inspected)].Contains((byte)0))
        {
            return null;
        }

        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        try
        {
            return Strict.GetString(bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
