using LlmAspects.Components.Chunking.Balance;
using LlmAspects.Components.Chunking.Cohesion;

namespace LlmAspects.Components.Chunking;

/// <summary>
/// Cuts a text into pieces of about the same length at seams of its structure: of all divisions that the cap allows, the one whose pieces are
/// nearest to the wanted length and begin at the strongest seams. Small neighbouring sections share a piece, long ones are divided evenly, so that no
/// piece is a heading alone or a small rest. Tables and code fences that fit stay whole. Thread-safe.
/// </summary>
/// <remarks>
/// The cost of a piece is the square of its distance from the wanted length, in parts of that length, and 0.3 for each section that begins inside of
/// it; and where it begins 0.2 at a list item (in plain text a line), 0.4 at a sentence or a row, nothing at a section, paragraph, list, table or code
/// fence. The sum is minimized over all divisions by dynamic programming. It looks at the whole text, so it cannot cut a stream. Time: units times the
/// largest number of units in a piece, at most 1,000.
/// </remarks>
public sealed class BalancedChunkingStrategy : IChunkingStrategy
{
    private static readonly SegmentSearch Search = new(new SegmentLengths { Maximum = 1_000 }, priorWeight: 0);

    /// <summary>Creates a strategy.</summary>
    /// <param name="options">How long pieces are; the default is <see cref="BalancedChunkingOptions"/> with its defaults.</param>
    /// <param name="markdown">Whether headings, lists, tables and code fences are those of Markdown. The default is <see langword="true"/>; <see langword="false"/> suits source code, where every line is a seam.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public BalancedChunkingStrategy(BalancedChunkingOptions? options = null, bool markdown = true)
    {
        Options = options ?? new BalancedChunkingOptions();
        Options.Validate();
        Markdown = markdown;
    }

    /// <summary>How long pieces are.</summary>
    public BalancedChunkingOptions Options { get; }

    /// <summary>Whether the text is read as Markdown. The default is <see langword="true"/>.</summary>
    public bool Markdown { get; }

    /// <inheritdoc/>
    public string Name => "balanced";

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">A cap or the overlap is out of range.</exception>
    public IReadOnlyList<TextChunk> Split(ReadOnlyMemory<char> text, ChunkingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        int room = options.MaxLength - options.Overlap;
        var structure = StructureUnits.Of(text.Span, Markdown, room);
        UnitList units = UnitList.Of(text.Span, structure.Starts, Markdown, options);
        var score = new BalanceScore(structure, text.Length, Options.TargetShare * room);
        return units.Cut(text.Span, Search.Run(units.Count, score, units.Fits, CancellationToken.None));
    }
}
