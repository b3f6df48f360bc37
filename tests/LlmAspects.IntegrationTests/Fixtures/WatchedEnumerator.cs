using System.Collections;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Counts to three and notes how often it is asked for an item.</summary>
internal sealed class WatchedEnumerator(Exception? error = null) : IEnumerator<int>
{
    private int _current;

    public int Reads { get; private set; }

    public int Current
    {
        get
        {
            Reads++;
            return error is null ? _current : throw error;
        }
    }

    object IEnumerator.Current => throw new NotSupportedException("An item would be boxed.");

    public bool MoveNext() => ++_current <= 3;

    public void Reset() => _current = 0;

    public void Dispose()
    {
    }
}
