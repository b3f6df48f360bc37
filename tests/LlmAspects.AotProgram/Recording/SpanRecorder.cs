using System.Diagnostics;
using System.Text.Json;
using LlmAspects.Tracing;

namespace LlmAspects.AotProgram.Recording;

/// <summary>Writes every span when it stops.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ActivityListener _listener;

    public SpanRecorder(Transcript transcript)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is TelemetryNames.DefaultSource or "LlmAspects.Components",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (!RacingComponents.Contain(span.GetTagItem(TelemetryNames.Component)))
                {
                    Write(transcript, span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    private static void Write(Transcript transcript, Activity span) => transcript.Line("span", writer =>
    {
        writer.WriteString("name", span.DisplayName);
        writer.WriteString("parent", span.Parent?.DisplayName);
        writer.WriteString("status", span.Status.ToString());
        writer.WriteString("tags", Tags.TextOf(span.TagObjects));
        WriteWhatIsUnusual(writer, span);
    });

    // Most spans are internal, of the trace of their parent, and kept.
    private static void WriteWhatIsUnusual(Utf8JsonWriter writer, Activity span)
    {
        if (span.Kind != ActivityKind.Internal)
        {
            writer.WriteString("spanKind", span.Kind.ToString());
        }

        if (span.Links.Any())
        {
            writer.WriteNumber("links", span.Links.Count());
        }

        if (!span.Recorded)
        {
            writer.WriteBoolean("isDropped", !span.IsAllDataRequested);
        }
    }
}
