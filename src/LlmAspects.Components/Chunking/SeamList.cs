namespace LlmAspects.Components.Chunking;

/// <summary>Ordered positions that are walked through once, while more are added behind.</summary>
internal sealed class SeamList
{
    private const int KeptWhenPassed = 1_024;

    private readonly List<int> _positions = [];
    private int _next;

    public void Add(int position) => _positions.Add(position);

    /// <summary>The first position behind <paramref name="after"/>, or <see cref="int.MaxValue"/>. Calls of both methods come in order.</summary>
    public int FirstBehind(int after)
    {
        while (_next < _positions.Count && _positions[_next] <= after)
        {
            _next++;
        }

        return _next < _positions.Count ? _positions[_next] : int.MaxValue;
    }

    /// <summary>The last position behind <paramref name="after"/> and not behind <paramref name="limit"/>, else 0.</summary>
    public int LastIn(int after, int limit)
    {
        if (FirstBehind(after) > limit)
        {
            return 0;
        }

        int last = _next;
        while (last + 1 < _positions.Count && _positions[last + 1] <= limit)
        {
            last++;
        }

        return _positions[last];
    }

    /// <summary>Forgets what was passed, from time to time.</summary>
    public void Trim()
    {
        if (_next >= KeptWhenPassed)
        {
            _positions.RemoveRange(0, _next);
            _next = 0;
        }
    }
}
