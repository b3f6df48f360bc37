using System.Diagnostics;

namespace LlmAspects.Tracing;

/// <summary>
/// Measures a block of code as an operation of a component: statistics always, a span while somebody listens. For
/// <c>using</c> and <c>await using</c>; blocks nest. Disposing twice is harmless.
/// </summary>
/// <remarks>
/// A block cannot see an exception that flies through it: it ends as a success unless <see cref="Fail"/> was called. Nothing is
/// allocated in the steady state while nobody listens. Names belong to a small fixed set; after 4,096 names of blocks all
/// new ones are counted as <c>other</c> of component <c>llmaspects</c>.
/// </remarks>
public readonly struct TraceBlock : IDisposable, IAsyncDisposable, IEquatable<TraceBlock>
{
    private readonly TraceBlockState? _state;
    private readonly int _version;

    private TraceBlock(TraceBlockState state)
    {
        _state = state;
        _version = state.Version;
    }

    /// <summary>The running span, for tags and events of its own; <see langword="null"/> when nobody listens or the block has ended.</summary>
    public Activity? Activity => State?.Activity;

    private TraceBlockState? State => _state is { } state && state.Version == _version ? state : null;

    /// <summary>Begins a block.</summary>
    /// <param name="component">The component in snake_case.</param>
    /// <param name="name">The name of the block in snake_case.</param>
    /// <exception cref="ArgumentException"><paramref name="component"/> or <paramref name="name"/> is null or empty.</exception>
    public static TraceBlock Start(string component, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(component);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return LlmAspectsSwitch.IsEnabled ? new TraceBlock(TraceBlockState.Begin(TraceBlockOperations.Shared.Find(component, name))) : default;
    }

    /// <summary>Sets a tag on the span; without a span it does nothing.</summary>
    /// <param name="name">The name of the tag.</param>
    /// <param name="value">Its value; <see langword="null"/> removes the tag.</param>
    public void SetTag(string name, object? value) => Activity?.SetTag(name, value);

    /// <summary>Records that the block failed; the first call counts. The exception is recorded as <see cref="ErrorContextAttribute"/> would.</summary>
    /// <param name="error">Why it failed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public void Fail(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        State?.Fail(error);
    }

    /// <summary>Ends the block.</summary>
    public void Dispose() => State?.End(_version);

    /// <summary>Ends the block; completes at once.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public bool Equals(TraceBlock other) => ReferenceEquals(_state, other._state) && _version == other._version;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TraceBlock other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_state, _version);

    /// <summary>Whether both are the same block.</summary>
    public static bool operator ==(TraceBlock left, TraceBlock right) => left.Equals(right);

    /// <summary>Whether they are different blocks.</summary>
    public static bool operator !=(TraceBlock left, TraceBlock right) => !left.Equals(right);
}
