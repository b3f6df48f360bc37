namespace LlmAspects.Components.Chunking;

/// <summary>Walks once through ordered positions.</summary>
internal ref struct SeamCursor(List<int> positions)
{
    private readonly List<int> _positions = positions;
    private int _next;

    /// <summary>The last position behind <paramref name="after"/> and not behind <paramref name="limit"/>, else 0. Calls come in order.</summary>
    public int LastIn(int after, int limit)
    {
        while (_next < _positions.Count && _positions[_next] <= after)
        {
            _next++;
        }

        int last = 0;
        for (int i = _next; i < _positions.Count && _positions[i] <= limit; i++)
        {
            last = _positions[i];
        }

        return last;
    }
}
