using System.Runtime.InteropServices;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Retrieval;

/// <summary>The terms and pairs of a query that an index knows, each with its weight in the query. Reused: a query allocates nothing but its result.</summary>
internal sealed class QueryTerms
{
    /// <summary>A larger one is left to the collector: one huge query must not hold its memory for ever.</summary>
    private const int MaxKept = 1_024;

    private readonly Dictionary<PostingList, double> _weights = [];

    public Dictionary<PostingList, double> Weights => _weights;

    public bool IsWorthKeeping => _weights.EnsureCapacity(0) <= MaxKept;

    public void Read(ReadOnlySpan<char> query, IndexGeneration index, RetrieverOptions options)
    {
        _weights.Clear();
        var reader = new Reader(this, index, options.PairWeight);
        TextAnalyzer.Analyze(query, ref reader, options.Language);
    }

    private void Add(PostingList postings, double weight) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_weights, postings, out _) += weight;

    private struct Reader(QueryTerms terms, IndexGeneration index, double pairWeight) : ITermSink
    {
        private int _before = -1;

        public void Add(ReadOnlySpan<char> term, TextRange word, TermKind kind)
        {
            TermPostings? postings = index.Find(term);
            if (postings is not null)
            {
                terms.Add(postings, 1);
            }

            if (kind == TermKind.Identifier)
            {
                return;
            }

            if (postings is not null && _before >= 0 && _before != postings.Ordinal && index.FindPair(_before, postings.Ordinal) is { } pair)
            {
                terms.Add(pair, pairWeight);
            }

            _before = postings?.Ordinal ?? -1;
        }
    }
}
