using LlmAspects.Components.Tokens;

namespace LlmAspects.Components.Retrieval;

/// <summary>Takes as many retrieved pieces as fit into a number of tokens. Thread-safe when the counter is.</summary>
/// <param name="counter">Counts the tokens.</param>
/// <param name="modelId">The model whose tokenizer counts.</param>
public sealed class ContextPacker(ITokenCounter counter, string modelId)
{
    /// <summary>
    /// Takes pieces in their order, each with the number that stands before it. One that does not fit is left out and a shorter one after it may
    /// still be taken; so is one whose text stands in a taken piece of the same document already.
    /// </summary>
    /// <param name="chunks">The pieces, best first.</param>
    /// <param name="maxTokens">The most tokens, at least 0. A piece whose tokens are only known as an interval counts with the upper end.</param>
    /// <returns>The pieces that fit, whole and with their offsets; citations of them can be checked with <see cref="CitationVerifier"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxTokens"/> is negative.</exception>
    public PackedContext Pack(IReadOnlyList<RetrievedChunk> chunks, int maxTokens)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        ArgumentOutOfRangeException.ThrowIfNegative(maxTokens);
        var packed = new List<RetrievedChunk>();
        int tokens = 0;
        foreach (RetrievedChunk chunk in chunks)
        {
            if (packed.Exists(taken => Covers(taken, chunk)))
            {
                continue;
            }

            int cost = counter.CountText(modelId, RetrievedContext.Numbered(packed.Count + 1, chunk.Text)).Upper;
            if (cost <= maxTokens - tokens)
            {
                packed.Add(chunk);
                tokens += cost;
            }
        }

        return new PackedContext(packed, tokens, chunks.Count - packed.Count);
    }

    private static bool Covers(RetrievedChunk taken, RetrievedChunk chunk) =>
        string.Equals(taken.DocumentId, chunk.DocumentId, StringComparison.Ordinal) && taken.Start <= chunk.Start && chunk.End <= taken.End;
}
