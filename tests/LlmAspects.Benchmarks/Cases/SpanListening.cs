using System.Diagnostics;

namespace LlmAspects.Benchmarks.Cases;

/// <summary>Takes every span while it lives, as a collector would.</summary>
internal static class SpanListening
{
    public static ActivityListener Begin()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "LlmAspects",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
