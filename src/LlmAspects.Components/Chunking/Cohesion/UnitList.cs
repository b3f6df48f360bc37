namespace LlmAspects.Components.Chunking.Cohesion;

/// <summary>The units of a text, and the pieces that are made of them.</summary>
internal sealed class UnitList
{
    private readonly List<int> _starts;
    private readonly int _end;
    private readonly ChunkingOptions _options;
    private readonly bool _markdown;
    private readonly long[]? _tokensBefore;

    private UnitList(List<int> starts, int end, ChunkingOptions options, bool markdown, long[]? tokensBefore)
    {
        _starts = starts;
        _end = end;
        _options = options;
        _markdown = markdown;
        _tokensBefore = tokensBefore;
    }

    public int Count => _starts.Count;

    /// <summary>The sentences and list items of a text.</summary>
    public static UnitList Of(ReadOnlySpan<char> text, bool markdown, ChunkingOptions options) =>
        Of(text, TextUnits.StartsOf(text, markdown, options.MaxLength - options.Overlap), markdown, options);

    /// <summary>Units that start where it is said.</summary>
    public static UnitList Of(ReadOnlySpan<char> text, List<int> starts, bool markdown, ChunkingOptions options)
    {
        var units = new UnitList(starts, text.Length, options, markdown, options.MaxTokens is null ? null : new long[starts.Count + 1]);
        if (TokenCap.Of(options) is { } tokens)
        {
            for (int unit = 0; unit < starts.Count; unit++)
            {
                units._tokensBefore![unit + 1] = units._tokensBefore[unit] + tokens.Count(units.In(text, unit));
            }
        }

        return units;
    }

    public ReadOnlySpan<char> In(ReadOnlySpan<char> text, int unit) => text[_starts[unit]..EndOf(unit + 1)];

    /// <summary>Whether the units from a first one up to an end fit into a piece. Tokens are summed, which is close; the cut counts them.</summary>
    public bool Fits(int first, int end) =>
        EndOf(end) - _starts[first] + _options.Overlap <= _options.MaxLength
        && (_tokensBefore is null || _tokensBefore[end] - _tokensBefore[first] + _options.Overlap <= _options.MaxTokens);

    /// <summary>Makes pieces; a unit that is too large is cut at its strongest seams.</summary>
    /// <param name="text">The text.</param>
    /// <param name="boundaries">The first unit of each piece but the first.</param>
    public List<TextChunk> Cut(ReadOnlySpan<char> text, IReadOnlyList<int> boundaries)
    {
        var breaks = new SeamList();
        foreach (int boundary in boundaries)
        {
            breaks.Add(_starts[boundary]);
        }

        var chunks = new List<TextChunk>();
        var window = new TextWindow(text);
        var outline = new TextOutline(_markdown);
        outline.Read(window, complete: true);
        new ChunkCutter(outline, _options, SeamRule.StrongestFirst, breaks).Cut(window, complete: true, chunks);
        return chunks;
    }

    private int EndOf(int unit) => unit < _starts.Count ? _starts[unit] : _end;
}
