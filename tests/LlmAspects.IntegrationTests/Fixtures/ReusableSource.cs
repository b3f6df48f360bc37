using System.Threading.Tasks.Sources;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Pending value tasks, one after the other, without an allocation.</summary>
internal sealed class ReusableSource : IValueTaskSource<bool>, IValueTaskSource
{
    private static readonly Action Resume = static () => { };
    private ManualResetValueTaskSourceCore<bool> _core;

    public ValueTask Next()
    {
        _core.Reset();
        return new ValueTask(this, _core.Version);
    }

    public ValueTask<bool> NextOfT()
    {
        _core.Reset();
        return new ValueTask<bool>(this, _core.Version);
    }

    /// <summary>Awaits what was made of the pending one, and then completes it.</summary>
    public void Finish(ValueTask task)
    {
        var awaiter = task.ConfigureAwait(false).GetAwaiter();
        awaiter.UnsafeOnCompleted(Resume);
        _core.SetResult(true);
        awaiter.GetResult();
    }

    /// <inheritdoc cref="Finish(ValueTask)"/>
    public void Finish(ValueTask<bool> task)
    {
        var awaiter = task.ConfigureAwait(false).GetAwaiter();
        awaiter.UnsafeOnCompleted(Resume);
        _core.SetResult(true);
        awaiter.GetResult();
    }

    bool IValueTaskSource<bool>.GetResult(short token) => _core.GetResult(token);

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => _core.OnCompleted(continuation, state, token, flags);
}
