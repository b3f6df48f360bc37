using System.Diagnostics;
using LlmAspects.Tracing;

namespace LlmAspects.Errors;

/// <summary>
/// Says for whom and for which request the code inside works, so that errors observed there name both; with a component and an operation it is
/// an operation of its own, too. Flows over <see langword="await"/> and into tasks begun inside; scopes nest.
/// </summary>
/// <remarks>
/// An error is observed when it leaves an annotated method, so the scope must be open around the call. Use it with <see langword="using"/>. Members may be
/// called from any thread; nothing is logged or sent by the scope itself.
/// </remarks>
public sealed class ErrorScope : IDisposable
{
    private static readonly AsyncLocal<ErrorScope?> Ambient = new();

    private readonly ErrorScope? _outer;
    private readonly TraceBlock _block;
    private readonly long _started = Stopwatch.GetTimestamp();
    private Exception? _error;
    private long _ended;

    private ErrorScope(string? userId, string? requestId, TraceBlock block)
    {
        _outer = Current;
        _block = block;
        UserId = userId is null ? _outer?.UserId : ErrorMessage.Clean(userId);
        RequestId = requestId is null ? _outer?.RequestId : ErrorMessage.Clean(requestId);
        Ambient.Value = this;
    }

    /// <summary>The innermost scope that is open here; <see langword="null"/> without one.</summary>
    public static ErrorScope? Current
    {
        get
        {
            var scope = Ambient.Value;
            while (scope is { IsOpen: false })
            {
                scope = scope._outer;
            }

            return scope;
        }
    }

    /// <summary>For whom the code works: control characters removed, at most 256 characters; <see langword="null"/> when no scope around says so.</summary>
    public string? UserId { get; }

    /// <summary>The request it works on: control characters removed, at most 256 characters; <see langword="null"/> when no scope around says so.</summary>
    public string? RequestId { get; }

    /// <summary>How long the scope is open, or was.</summary>
    public TimeSpan Duration => Stopwatch.GetElapsedTime(_started, IsOpen ? Stopwatch.GetTimestamp() : Interlocked.Read(ref _ended));

    /// <summary>What <see cref="Capture"/> took first; <see langword="null"/> so far.</summary>
    public Exception? Error => Volatile.Read(ref _error);

    private bool IsOpen => Interlocked.Read(ref _ended) == 0;

    /// <summary>Opens a scope.</summary>
    /// <param name="userId">For whom the code works, as an id that may be stored; <see langword="null"/> takes that of the scope around.</param>
    /// <param name="requestId">The request it works on; <see langword="null"/> takes that of the scope around.</param>
    public static ErrorScope Begin(string? userId = null, string? requestId = null) => new(userId, requestId, default);

    /// <summary>Opens a scope that is an operation: it is measured as <see cref="TraceBlock"/> is, and fails with what <see cref="Capture"/> takes.</summary>
    /// <param name="component">The component in snake_case.</param>
    /// <param name="operation">The operation in snake_case.</param>
    /// <param name="userId">For whom the code works, as an id that may be stored; <see langword="null"/> takes that of the scope around.</param>
    /// <param name="requestId">The request it works on; <see langword="null"/> takes that of the scope around.</param>
    /// <exception cref="ArgumentException"><paramref name="component"/> or <paramref name="operation"/> is null or empty.</exception>
    public static ErrorScope BeginOperation(string component, string operation, string? userId = null, string? requestId = null) =>
        new(userId, requestId, TraceBlock.Start(component, operation));

    /// <summary>Takes an exception without handling it: meant for <c>catch (Exception error) when (scope.Capture(error))</c>. The first one counts.</summary>
    /// <param name="error">The exception. With an operation it is recorded as its failure.</param>
    /// <returns>Always <see langword="false"/>: the exception goes on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public bool Capture(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        if (Interlocked.CompareExchange(ref _error, error, null) is null)
        {
            _block.Fail(error);
        }

        return false;
    }

    /// <summary>Closes the scope; the one around is current again. Closing twice, or out of order, is harmless.</summary>
    public void Dispose()
    {
        if (Interlocked.CompareExchange(ref _ended, Stopwatch.GetTimestamp(), 0) != 0)
        {
            return;
        }

        if (Ambient.Value == this)
        {
            Ambient.Value = _outer;
        }

        _block.Dispose();
    }
}
