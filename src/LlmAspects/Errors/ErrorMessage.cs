using System.Text;

namespace LlmAspects.Errors;

/// <summary>Makes an exception's message fit for a record: one line, bounded, nothing that a terminal would obey.</summary>
internal static class ErrorMessage
{
    internal const int MaximumLength = 256;

    internal static string Clean(string message)
    {
        var cleaned = new StringBuilder(Math.Min(message.Length, MaximumLength));
        foreach (var rune in message.EnumerateRunes())
        {
            if (cleaned.Length + rune.Utf16SequenceLength > MaximumLength)
            {
                break;
            }

            if (!Rune.IsControl(rune))
            {
                cleaned.Append(rune);
            }
        }

        return cleaned.ToString();
    }
}
