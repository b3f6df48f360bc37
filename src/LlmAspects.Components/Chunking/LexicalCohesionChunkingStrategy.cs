using LlmAspects.Components.Chunking.Cohesion;

namespace LlmAspects.Components.Chunking;

/// <summary>
/// Cuts where the words of a text change: of all divisions into whole sentences that the cap allows, the one under which the stemmed content
/// words are most likely, when every piece has a vocabulary of its own and about the expected number of sentences.
/// Tables, code fences and list items that fit stay whole. Thread-safe.
/// </summary>
/// <remarks>
/// The likelihood is that of J. Eisenstein and R. Barzilay, "Bayesian Unsupervised Topic Segmentation" (EMNLP 2008), maximized over all divisions
/// by dynamic programming. It looks at the whole text, so it cannot cut a stream. Time: sentences times the largest number of sentences in a piece.
/// </remarks>
public sealed class LexicalCohesionChunkingStrategy : IChunkingStrategy
{
    private readonly SegmentSearch _search;

    /// <summary>Creates a strategy.</summary>
    /// <param name="options">How words decide; the default is <see cref="LexicalCohesionOptions"/> with its defaults.</param>
    /// <param name="markdown">Whether headings, lists, tables and code fences are those of Markdown. The default is <see langword="true"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public LexicalCohesionChunkingStrategy(LexicalCohesionOptions? options = null, bool markdown = true)
    {
        Options = options ?? new LexicalCohesionOptions();
        Options.Validate();
        Markdown = markdown;
        _search = new SegmentSearch(Options.Lengths, Options.LengthWeight);
    }

    /// <summary>How words decide.</summary>
    public LexicalCohesionOptions Options { get; }

    /// <summary>Whether the text is read as Markdown. The default is <see langword="true"/>.</summary>
    public bool Markdown { get; }

    /// <inheritdoc/>
    public string Name => "lexical_cohesion";

    /// <summary>Divides sentences into segments about one subject each, whatever their length in code units.</summary>
    /// <param name="sentences">The sentences in order.</param>
    /// <returns>The place of the first sentence of each segment but the first, in order; empty when there is one segment or no sentence.</returns>
    public IReadOnlyList<int> FindBoundaries(IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var terms = new UnitTerms();
        foreach (string sentence in sentences)
        {
            terms.AddUnit(sentence);
        }

        return Search(sentences.Count, terms, fits: null);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">A cap or the overlap is out of range.</exception>
    public IReadOnlyList<TextChunk> Split(ReadOnlyMemory<char> text, ChunkingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        UnitList units = UnitList.Of(text.Span, Markdown, options);
        var terms = new UnitTerms();
        for (int unit = 0; unit < units.Count; unit++)
        {
            terms.AddUnit(units.In(text.Span, unit));
        }

        return units.Cut(text.Span, Search(units.Count, terms, units.Fits));
    }

    private List<int> Search(int count, UnitTerms terms, Func<int, int, bool>? fits) =>
        _search.Run(count, new TermScore(terms, Options.Concentration), fits, CancellationToken.None);
}
