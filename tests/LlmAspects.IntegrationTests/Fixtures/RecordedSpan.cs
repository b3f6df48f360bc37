using System.Diagnostics;
using LlmAspects.Testing;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>The span of a call that is made while somebody listens.</summary>
internal static class RecordedSpan
{
    public static Activity Of(Action call) => AllOf(call).Single();

    public static IReadOnlyList<Activity> AllOf(Action call)
    {
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        call();
        return recorder.Stopped;
    }

    public static async Task<Activity> OfAsync(Func<Task> call)
    {
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        await call();
        return recorder.Stopped.Single();
    }
}
