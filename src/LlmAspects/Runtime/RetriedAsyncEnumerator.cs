using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>Makes the attempts of one enumeration during its first pull; after that it only hands through, and an observer can go past it.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal sealed class RetriedAsyncEnumerator<T>(RetriedStream<T> stream, CallTokens tokens, CancellationToken cancellationToken) : IAsyncEnumerator<T>
{
    private IAsyncEnumerator<T>? _inner;
    private Exception? _failure;
    private CancellationTokenSource? _linked;
    private bool _hasBegun;
    private bool _isRepeating;

    public T Current => _inner is { } inner ? inner.Current : default!;

    /// <summary>Who gives the other items: a linked token must be disposed here.</summary>
    internal IAsyncEnumerator<T> Successor => _linked is null && _inner is { } inner ? inner : this;

    public ValueTask<bool> MoveNextAsync()
    {
        if (_hasBegun)
        {
            return _inner is { } inner ? inner.MoveNextAsync() : default;
        }

        _hasBegun = true;
        return PullFirst(stream.Policy.Begin());
    }

    public ValueTask DisposeAsync() =>
        _isRepeating ? throw new NotSupportedException("A stream cannot be disposed while it is being pulled: cancel the pull.")
        : _linked is { } linked ? DisposeAsync(linked)
        : _inner is { } inner ? inner.DisposeAsync()
        : default;

    /// <summary>Opens the stream for the first attempt, unless that has failed already.</summary>
    internal void Begin(Exception? failure, CancellationToken token)
    {
        _failure = failure;
        if (failure is not null)
        {
            return;
        }

        try
        {
            _inner = (stream.Source ?? stream.Create(token)).GetAsyncEnumerator(cancellationToken);
        }
        catch (Exception error) when (stream.Policy.IsRetried(error, tokens))
        {
            _failure = error;
        }
    }

    /// <summary>Makes another attempt, which ends with the first item.</summary>
    internal async ValueTask<bool> OpenAsync(CancellationToken token)
    {
        _inner = stream.Create(token).GetAsyncEnumerator(cancellationToken);
        try
        {
            return await _inner.MoveNextAsync().ConfigureAwait(false);
        }
        catch
        {
            await DisposeInnerAsync().ConfigureAwait(false);
            throw;
        }
    }

    private ValueTask<bool> PullFirst(DateTime started)
    {
        if (_failure is { } failure)
        {
            return RepeatAsync(failure, started);
        }

        ValueTask<bool> pull;
        try
        {
            pull = _inner!.MoveNextAsync();
        }
        catch (Exception error) when (stream.Policy.IsRetried(error, tokens))
        {
            return RepeatAsync(error, started);
        }

        if (!pull.IsCompletedSuccessfully)
        {
            return AwaitFirstAsync(pull, started);
        }

        stream.Policy.Succeed();
        return pull;
    }

    private async ValueTask<bool> AwaitFirstAsync(ValueTask<bool> pull, DateTime started)
    {
        Exception failure;
        try
        {
            var hasItem = await pull.ConfigureAwait(false);
            stream.Policy.Succeed();
            return hasItem;
        }
        catch (Exception error) when (stream.Policy.IsRetried(error, tokens))
        {
            failure = error;
        }

        return await RepeatAsync(failure, started).ConfigureAwait(false);
    }

    private async ValueTask<bool> RepeatAsync(Exception failure, DateTime started)
    {
        _isRepeating = true;
        try
        {
            try
            {
                await DisposeInnerAsync().ConfigureAwait(false);
            }
            catch (Exception error)
            {
                // As `await foreach` has it: what the disposal throws takes the place of the failure.
                failure = error;
            }

            _linked = tokens.Link();
            return await stream.Policy.RepeatAsync(this, _linked is null ? tokens : new CallTokens(_linked.Token), failure, started, stream.Clock).ConfigureAwait(false);
        }
        finally
        {
            _isRepeating = false;
        }
    }

    private ValueTask DisposeInnerAsync()
    {
        var inner = _inner;
        _inner = null;
        return inner is null ? default : inner.DisposeAsync();
    }

    private async ValueTask DisposeAsync(CancellationTokenSource linked)
    {
        using (linked)
        {
            await DisposeInnerAsync().ConfigureAwait(false);
        }
    }
}
