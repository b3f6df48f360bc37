using LlmAspects.Errors;
using LlmAspects.Logging;
using LlmAspects.Tracing;
using Microsoft.Extensions.Logging;

namespace LlmAspects.Tests.Logging;

public sealed class LlmAspectsLoggingTests : IDisposable
{
    private readonly LogList _log = new();

    public LlmAspectsLoggingTests() => LlmAspectsLogging.Factory = _log;

    public void Dispose()
    {
        LlmAspectsLogging.Factory = null;
        ErrorAggregator.Shared.RecordMessages = false;
    }

    [Fact]
    public void NestedError_IsLoggedOnceWithoutItsMessage()
    {
        var (outer, inner) = (new EmittedService("logged_outer"), new EmittedService("logged_inner"));

        Should.Throw<FormatException>(() => outer.Call(() => inner.Call<int>(() => throw new FormatException("a prompt"))));

        var (level, text, error) = _log.Records.ShouldHaveSingleItem();
        level.ShouldBe(LogLevel.Error);
        text.ShouldStartWith("logged_inner.call failed with System.FormatException after ");
        text.ShouldNotContain("prompt");
        error.ShouldBeNull();
        _log.Category.ShouldBe(LlmAspectsLogging.Category);
    }

    [Fact]
    public void RecordMessages_LogsTheExceptionAndDescribesTheSpan()
    {
        ErrorAggregator.Shared.RecordMessages = true;
        var service = new EmittedService("logged_message");
        using var spans = new SpanLog(service.Source);
        var error = new FormatException("boom");

        Should.Throw<FormatException>(() => service.Call<int>(() => throw error));

        _log.Records.ShouldHaveSingleItem().Error.ShouldBeSameAs(error);
        spans.Single.StatusDescription.ShouldBe("boom");
        Recorded.Errors(service.Source).ShouldHaveSingleItem().Message.ShouldBe("boom");
    }

    [Fact]
    public void Cancellation_IsNotLogged()
    {
        var service = new EmittedService("logged_cancellation");

        Should.Throw<OperationCanceledException>(() => service.Call<int>(() => throw new OperationCanceledException()));

        _log.Records.ShouldBeEmpty();
    }

    [Fact]
    public void ThrowingLogger_NeverReachesTheCaller()
    {
        _log.Throws = true;
        var service = new EmittedService("logged_throwing");
        var faults = PerformanceTracer.InstrumentationFaults;

        Should.Throw<FormatException>(() => service.Call<int>(() => throw new FormatException()));

        PerformanceTracer.InstrumentationFaults.ShouldBe(faults + 1);
        Recorded.Errors(service.Source).ShouldHaveSingleItem();
    }

    [Fact]
    public void LoggerWhoseOwnCallFails_IsNotAskedAgainMeanwhile()
    {
        var (service, sink) = (new EmittedService("logged_by_sink"), new EmittedService("log_sink"));
        _log.Writing = () =>
        {
            if (_log.Records.Count > 5)
            {
                throw new InvalidProgramException("would not end");
            }

            Record.Exception(() => sink.Call<int>(() => throw new FormatException()));
        };

        Should.Throw<FormatException>(() => service.Call<int>(() => throw new FormatException()));

        _log.Records.ShouldHaveSingleItem().Text.ShouldStartWith("logged_by_sink.call");
        Recorded.Errors(sink.Source).ShouldHaveSingleItem();
    }

    private sealed class LogList : ILoggerFactory, ILogger
    {
        public List<(LogLevel Level, string Text, Exception? Error)> Records { get; } = [];

        public string? Category { get; private set; }

        public bool Throws { get; set; }

        public Action? Writing { get; set; }

        public ILogger CreateLogger(string categoryName)
        {
            Category = categoryName;
            return this;
        }

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (Throws)
            {
                throw new InvalidProgramException();
            }

            Records.Add((logLevel, formatter(state, exception), exception));
            Writing?.Invoke();
        }

        public void Dispose()
        {
        }
    }
}
