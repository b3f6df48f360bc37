using System.Runtime.CompilerServices;

namespace LlmAspects.Components.Chunking;

/// <summary>Reads a text block by block, each into the same memory.</summary>
internal static class TextBlocks
{
    private const int Length = 8_192;

    public static async IAsyncEnumerable<ReadOnlyMemory<char>> Of(TextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        char[] block = new char[Length];
        int read;
        while ((read = await reader.ReadAsync(block.AsMemory(), cancellationToken).ConfigureAwait(false)) > 0)
        {
            yield return block.AsMemory(0, read);
        }
    }
}
