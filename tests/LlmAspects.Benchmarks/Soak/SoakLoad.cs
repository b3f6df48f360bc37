namespace LlmAspects.Benchmarks.Soak;

/// <summary>A thread for every processor that calls annotated methods until it is disposed.</summary>
internal sealed class SoakLoad : IDisposable
{
    public const string Component = "soak";

    private readonly CancellationTokenSource _stop = new();
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly Thread[] _threads;

    private SoakLoad() => _threads = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work))];

    public static SoakLoad Start()
    {
        var load = new SoakLoad();
        Array.ForEach(load._threads, static thread => thread.Start());
        return load;
    }

    public void Wait(TimeSpan time) => _stop.Token.WaitHandle.WaitOne(time > TimeSpan.Zero ? time : TimeSpan.Zero);

    /// <summary>Runs while no call is under way: what a call holds for a moment is not what is kept.</summary>
    public long Paused(Func<long> read)
    {
        _gate.EnterWriteLock();
        try
        {
            return read();
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        Array.ForEach(_threads, static thread => thread.Join());
        _gate.Dispose();
        _stop.Dispose();
    }

    private void Work()
    {
        for (var round = 0; !_stop.IsCancellationRequested; round++)
        {
            _gate.EnterReadLock();
            try
            {
                Call(round);
            }
            finally
            {
                _gate.ExitReadLock();
            }
        }
    }

    private static void Call(int round)
    {
        for (var call = 0; call < 100; call++)
        {
            try
            {
                SoakCalls.Sync(fails: call == round % 100);
            }
            catch (FormatException)
            {
                // One in a hundred fails on purpose.
            }

            SoakCalls.CompleteAsync().GetAwaiter().GetResult();
        }
    }
}
