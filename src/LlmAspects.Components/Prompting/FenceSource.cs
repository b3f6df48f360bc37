using System.Security.Cryptography;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Prompting;

/// <summary>Makes the random words that separate documents from the rest of a message. Thread-safe.</summary>
/// <param name="random">Where they come from, thread-safe; <see langword="null"/> is the system's cryptographic source.</param>
internal sealed class FenceSource(RandomNumberGenerator? random)
{
    /// <summary>128 bits: nobody who writes a document can guess it.</summary>
    private const int Bytes = 16;

    private const int Attempts = 4;

    // A call of the system's source takes microseconds for 16 bytes as for a thousand.
    private readonly byte[] _store = new byte[64 * Bytes];
    private readonly Lock _gate = new();
    private int _left;

    /// <summary>A word of 32 hexadecimal digits that occurs in no piece.</summary>
    /// <exception cref="InvalidOperationException">The source of randomness keeps giving words that the pieces hold.</exception>
    public string Next(IReadOnlyList<RetrievedChunk> chunks)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            Fill(bytes);
            string fence = Convert.ToHexStringLower(bytes);
            if (!chunks.Any(chunk => chunk.Text.Contains(fence, StringComparison.Ordinal)))
            {
                return fence;
            }
        }

        throw new InvalidOperationException("The source of randomness is not random: its words occur in the documents.");
    }

    private void Fill(Span<byte> bytes)
    {
        if (random is not null)
        {
            random.GetBytes(bytes);
            return;
        }

        lock (_gate)
        {
            if (_left == 0)
            {
                RandomNumberGenerator.Fill(_store);
                _left = _store.Length;
            }

            // What was given out is not kept.
            _left -= bytes.Length;
            Span<byte> next = _store.AsSpan(_left, bytes.Length);
            next.CopyTo(bytes);
            next.Clear();
        }
    }
}
