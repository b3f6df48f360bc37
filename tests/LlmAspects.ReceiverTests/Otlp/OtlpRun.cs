using System.Text.Json;
using LlmAspects.ReceiverTests.Desk;
using LlmAspects.Testing;
using OpenTelemetry.Exporter;

namespace LlmAspects.ReceiverTests.Otlp;

/// <summary>Lets the desk work once, exports it by one protocol and keeps what the receiver tells of it.</summary>
public abstract class OtlpRun(OtlpExportProtocol protocol) : IAsyncLifetime
{
    /// <summary>Every span, as the receiver shows it.</summary>
    internal IReadOnlyList<JsonElement> Spans { get; private set; } = [];

    /// <summary>Every metric: name, kind and unit.</summary>
    internal IReadOnlyList<JsonElement> Metrics { get; private set; } = [];

    /// <summary>The series of the failed calls.</summary>
    internal IReadOnlyList<JsonElement> Errors { get; private set; } = [];

    /// <summary>The series of the durations of generative models.</summary>
    internal IReadOnlyList<JsonElement> GenAIDurations { get; private set; } = [];

    /// <summary>The log records of errors.</summary>
    internal IReadOnlyList<JsonElement> Logs { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (Tool.OtlpReceiver.SkipReason is not null)
        {
            return;
        }

        await using var receiver = await OtlpReceiver.StartAsync();
        await OtlpSample.RunAsync(protocol, protocol == OtlpExportProtocol.Grpc ? receiver.Grpc : receiver.Http, DeskWork.DoAsync);
        Spans = [.. (await receiver.TracesAsync("service = question-desk", 4)).SelectMany(static trace => trace.GetProperty("spans").EnumerateArray())];
        Metrics = await receiver.MetricsAsync(DeskWork.Metrics);
        Errors = await receiver.SeriesAsync("llmaspects.operation.errors");
        GenAIDurations = await receiver.SeriesAsync("gen_ai.client.operation.duration");
        Logs = await receiver.LogsAsync("severity_number >= 17", 1);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    internal JsonElement Span(string name) => Spans.Single(span => span.GetProperty("name").ValueEquals(name));
}
