using System.Runtime.CompilerServices;

namespace LlmAspects.Benchmarks.Measuring;

/// <summary>Awaiting it suspends, <see cref="Fire"/> resumes on the calling thread: pending calls without a thread pool, whose noise would drown them.</summary>
public sealed class Trigger : ICriticalNotifyCompletion
{
    private Action? _continuation;

    /// <summary>Never complete before it is fired.</summary>
    public bool IsCompleted => false;

    /// <summary>The trigger is its own awaiter.</summary>
    public Trigger GetAwaiter() => this;

    /// <summary>There is no result.</summary>
    public void GetResult()
    {
        // Nothing to hand over.
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => _continuation = continuation;

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => _continuation = continuation;

    /// <summary>Resumes the one that waits.</summary>
    public void Fire()
    {
        var continuation = _continuation;
        _continuation = null;
        continuation!();
    }
}
