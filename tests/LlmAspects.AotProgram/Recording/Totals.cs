using LlmAspects.Errors;
using LlmAspects.Tracing;

namespace LlmAspects.AotProgram.Recording;

/// <summary>Writes what the statistics and the error aggregator hold at the end.</summary>
internal static class Totals
{
    public static void Write(Transcript transcript)
    {
        foreach (var operation in PerformanceTracer.Shared.GetStats().Where(static operation => !RacingComponents.Contain(operation.Component)))
        {
            Write(transcript, operation);
        }

        foreach (var error in ErrorAggregator.Shared.Recent().Reverse())
        {
            Write(transcript, error);
        }

        transcript.Note($"{ErrorAggregator.Shared.TotalCount} errors, {PerformanceTracer.InstrumentationFaults} faults of the instrumentation");
    }

    private static void Write(Transcript transcript, PerformanceStats operation) => transcript.Line("operation", writer =>
    {
        writer.WriteString("source", operation.Source);
        writer.WriteString("component", operation.Component);
        writer.WriteString("operation", operation.Operation);
        writer.WriteNumber("calls", operation.Count);
        writer.WriteNumber("succeeded", operation.SuccessCount);
        writer.WriteNumber("failed", operation.ErrorCount);
        writer.WriteNumber("cancelled", operation.CancelledCount);
        writer.WriteNumber("disposedEarly", operation.DisposedEarlyCount);
        writer.WriteNumber("untimed", operation.UntimedCount);
        writer.WriteNumber("streams", operation.StreamCount);
        writer.WriteNumber("items", operation.ItemCount);
        if (operation.ExpectedCount > 0)
        {
            writer.WriteNumber("expected", operation.ExpectedCount);
        }
    });

    private static void Write(Transcript transcript, ErrorRecord error) => transcript.Line("error", writer =>
    {
        writer.WriteString("component", error.Component);
        writer.WriteString("operation", error.Operation);
        writer.WriteString("type", error.ExceptionType);
        writer.WriteString("cause", error.CauseType);
        writer.WriteString("path", string.Join(" < ", error.Path));
        writer.WriteBoolean("hasMessage", error.Message is not null);
        writer.WriteBoolean("isTimed", error.DurationMilliseconds is not null);
        writer.WriteBoolean("isTraced", error.SpanId is not null);
        if (error.Tags.Count > 0)
        {
            writer.WriteString("tags", Tags.TextOf(error.Tags.Select(static tag => new KeyValuePair<string, object?>(tag.Key, tag.Value))));
        }
    });
}
