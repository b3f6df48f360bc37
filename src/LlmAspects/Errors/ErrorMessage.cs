using System.Text;
using LlmAspects.Runtime;

namespace LlmAspects.Errors;

/// <summary>Makes an exception's message fit for a record: one line, bounded, nothing that a terminal would obey.</summary>
internal static class ErrorMessage
{
    internal const int MaximumLength = 256;

    /// <summary>Takes credentials out, and what the program wants to be out; <see langword="null"/> when its redactor fails.</summary>
    internal static string? Redact(string message, Func<string, string>? redactor)
    {
        var scrubbed = SecretScrubber.Scrub(message.Length <= SecretScrubber.MaximumLength ? message : message[..SecretScrubber.MaximumLength]);
        try
        {
            return Clean(redactor is null ? scrubbed : redactor(scrubbed));
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
            return null;
        }
    }

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
