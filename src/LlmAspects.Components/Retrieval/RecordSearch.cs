using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.VectorData;

namespace LlmAspects.Components.Retrieval;

/// <summary>One search of a collection: pieces are ranked, documents returned.</summary>
internal sealed class RecordSearch(ContextRetriever retriever, string tenant, RetrievalStrategy strategy)
{
    public required int Top { get; init; }

    public required int Skip { get; init; }

    public required Expression<Func<RetrievalRecord, bool>>? Filter { get; init; }

    public required double? Threshold { get; init; }

    /// <summary>Searches.</summary>
    /// <param name="value">A text or a vector.</param>
    /// <param name="words">What is searched by words.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async IAsyncEnumerable<VectorSearchResult<RetrievalRecord>> RunAsync(object? value, string words, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Top, 1);
        ReadOnlyMemory<float> embedding = await retriever.EmbedAsync(value, cancellationToken).ConfigureAwait(false);
        MetadataFilter? filter = Filter is null ? null : new PredicateFilter(Filter.Compile());
        foreach (RetrievedChunk best in BestOfEach(words, filter, embedding).Skip(Skip).Take(Top))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!(best.Score < Threshold) && retriever.FindDocument(tenant, best.DocumentId) is { } document)
            {
                yield return new VectorSearchResult<RetrievalRecord>(RetrievalRecord.Of(document), best.Score);
            }
        }
    }

    /// <summary>The best piece of each document; looks further until there are enough documents or no more pieces.</summary>
    private RetrievedChunk[] BestOfEach(string words, MetadataFilter? filter, ReadOnlyMemory<float> embedding)
    {
        long wanted = (long)Skip + Top;
        for (long depth = wanted * 4; ; depth *= 4)
        {
            var query = new RetrievalQuery(words) { Tenant = tenant, Top = (int)Math.Min(depth, int.MaxValue), Filter = filter };
            IReadOnlyList<RetrievedChunk> found = retriever.Retrieve(query, strategy, embedding);
            RetrievedChunk[] best = [.. found.DistinctBy(static chunk => chunk.DocumentId, StringComparer.Ordinal)];
            if (best.Length >= wanted || found.Count < query.Top)
            {
                return best;
            }
        }
    }
}
