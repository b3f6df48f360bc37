namespace LlmAspects.Components.Caching;

/// <summary>
/// What a shared stream has said so far. While it fits, everything is kept, so that late readers get it from the start; past the bound nobody can join any more,
/// what all readers have is dropped, and the writer waits for the slowest of them. Thread-safe; one writer.
/// </summary>
internal sealed class UpdateBuffer(long capacity)
{
    /// <summary>What an update takes beside its contents, about.</summary>
    private const long Overhead = 256;

    private readonly Lock _gate = new();
    private readonly List<(StreamedUpdate Update, long Bytes)> _kept = [];
    private readonly List<SharedUpdateReader> _readers = [];
    private TaskCompletionSource _changed = NewSignal();
    private long _bytes;
    private int _dropped;
    private bool _isWhole = true;
    private bool _isComplete;

    /// <summary>Whether a reader who comes now gets everything.</summary>
    public bool IsWhole
    {
        get
        {
            lock (_gate)
            {
                return _isWhole;
            }
        }
    }

    /// <summary>Begins to read from the start.</summary>
    /// <returns><see langword="null"/> when the start is no longer there.</returns>
    public SharedUpdateReader? TryOpen()
    {
        lock (_gate)
        {
            if (!_isWhole)
            {
                return null;
            }

            var reader = new SharedUpdateReader(this);
            _readers.Add(reader);
            return reader;
        }
    }

    public void Close(SharedUpdateReader reader)
    {
        lock (_gate)
        {
            _readers.Remove(reader);
            Drop();
            Signal();
        }
    }

    /// <summary>Adds an update; past the bound it waits until all readers have made room.</summary>
    public async ValueTask AddAsync(StreamedUpdate update, CancellationToken cancellationToken)
    {
        long bytes = Overhead + update.Original.Contents.Sum(ContentSize.Of);
        Task room = Add(update, bytes);
        while (!room.IsCompleted)
        {
            await room.WaitAsync(cancellationToken).ConfigureAwait(false);
            room = Room();
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            Signal();
        }
    }

    /// <summary>The update at a place; null with a task when it is not there yet, null without one when there will be none.</summary>
    public StreamedUpdate? Read(SharedUpdateReader reader, out Task? more)
    {
        lock (_gate)
        {
            more = null;
            int place = reader.Position - _dropped;
            if (place < _kept.Count)
            {
                StreamedUpdate update = _kept[place].Update;
                reader.Position++;
                Drop();
                return update;
            }

            more = _isComplete ? null : _changed.Task;
            return null;
        }
    }

    private Task Add(StreamedUpdate update, long bytes)
    {
        lock (_gate)
        {
            _kept.Add((update, bytes));
            _bytes += bytes;
            _isWhole &= _bytes <= capacity;
            Drop();
            Signal();
            return RoomNow();
        }
    }

    private Task Room()
    {
        lock (_gate)
        {
            return RoomNow();
        }
    }

    private Task RoomNow() => _isWhole || _bytes <= capacity || _readers.Count == 0 ? Task.CompletedTask : _changed.Task;

    // What every reader has is not needed once nobody can join; without readers nothing is.
    private void Drop()
    {
        if (_isWhole)
        {
            return;
        }

        int needed = _readers.Count == 0 ? _kept.Count : _readers.Min(static reader => reader.Position) - _dropped;
        if (needed > 0)
        {
            _bytes -= _kept.Take(needed).Sum(static kept => kept.Bytes);
            _kept.RemoveRange(0, needed);
            _dropped += needed;
            Signal();
        }
    }

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
