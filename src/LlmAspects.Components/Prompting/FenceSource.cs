using System.Security.Cryptography;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Prompting;

/// <summary>Makes the random words that separate documents from the rest of a message.</summary>
internal sealed class FenceSource(RandomNumberGenerator random)
{
    /// <summary>128 bits: nobody who writes a document can guess it.</summary>
    private const int Bytes = 16;

    private const int Attempts = 4;

    /// <summary>A word of 32 hexadecimal digits that occurs in no piece.</summary>
    /// <exception cref="InvalidOperationException">The source of randomness keeps giving words that the pieces hold.</exception>
    public string Next(IReadOnlyList<RetrievedChunk> chunks)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            random.GetBytes(bytes);
            string fence = Convert.ToHexStringLower(bytes);
            if (!chunks.Any(chunk => chunk.Text.Contains(fence, StringComparison.Ordinal)))
            {
                return fence;
            }
        }

        throw new InvalidOperationException("The source of randomness is not random: its words occur in the documents.");
    }
}
