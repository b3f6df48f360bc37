namespace LlmAspects.Components.Chunking;

/// <summary>Where the path of headings changes. Pieces ask in order, while more headings are added behind.</summary>
internal sealed class HeadingList
{
    private const int KeptWhenPassed = 256;

    private readonly List<TextHeading> _headings = [];
    private int _current = -1;

    public void Add(TextHeading heading) => _headings.Add(heading);

    /// <summary>The path above a piece: that of its first line, with the headings that the piece begins with.</summary>
    /// <param name="start">Where the piece begins.</param>
    /// <param name="end">Where it ends, or its section when that is sooner.</param>
    public string? PathOf(int start, int end)
    {
        while (_current + 1 < _headings.Count && _headings[_current + 1].Start <= start)
        {
            _current++;
        }

        int last = _current;
        while (last + 1 < _headings.Count && _headings[last + 1].Start < end)
        {
            last++;
        }

        return last < 0 ? null : _headings[last].Path;
    }

    /// <summary>Forgets what was passed, from time to time.</summary>
    public void Trim()
    {
        if (_current >= KeptWhenPassed)
        {
            _headings.RemoveRange(0, _current);
            _current = 0;
        }
    }
}
