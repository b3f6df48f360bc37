using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LlmAspects.Testing;

/// <summary>Keeps the messages that are logged from a level on.</summary>
/// <param name="minimum">The level.</param>
public sealed class LogRecorder(LogLevel minimum) : ILoggerProvider, ILogger
{
    /// <summary>The messages so far, in order.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Messages.Enqueue(formatter(state, exception));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
