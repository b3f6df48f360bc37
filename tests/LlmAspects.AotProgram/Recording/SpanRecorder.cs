using System.Diagnostics;
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
            ActivityStopped = span => Write(transcript, span),
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
    });
}
