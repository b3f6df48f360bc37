using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class OperationMetricsTests
{
    [Fact]
    public async Task Listener_ReceivesEachOutcomeWithItsTags()
    {
        var service = new EmittedService("metrics");
        var seen = new List<(string Name, double Value, string Tags)>();
        using var listener = Meters.Listen(service.Source, (instrument, value, tags) => seen.Add((instrument.Name, value, Format(tags))));

        service.Call(() => 1);
        Should.Throw<FormatException>(() => service.Call<int>(() => throw new FormatException()));
        Should.Throw<OperationCanceledException>(() => service.Call<int>(() => throw new OperationCanceledException()));
        await foreach (var _ in service.Stream(() => AsyncEnumerable.Range(1, 2)))
        {
        }

        const string Tags = "llmaspects.component=metrics llmaspects.operation=call";
        seen.Select(item => $"{item.Name} {item.Tags}").ShouldBe(
        [
            $"{TelemetryNames.DurationMetric} {Tags}",
            $"{TelemetryNames.ErrorsMetric} {Tags} error.type=System.FormatException",
            $"{TelemetryNames.DurationMetric} {Tags} error.type=System.FormatException",
            $"{TelemetryNames.DurationMetric} {Tags} llmaspects.outcome=cancelled",
            $"{TelemetryNames.TimePerItemMetric} {Tags}",
            $"{TelemetryNames.ItemsMetric} {Tags}",
            $"{TelemetryNames.TimeToFirstItemMetric} {Tags}",
            $"{TelemetryNames.DurationMetric} {Tags}",
        ]);
        seen.Where(item => item.Name == TelemetryNames.ItemsMetric).ShouldHaveSingleItem().Value.ShouldBe(2);
        seen.ShouldAllBe(item => item.Value > 0);
    }

    [Fact]
    public void ThrowingListener_NeverReachesTheCaller()
    {
        var service = new EmittedService("metrics_throwing");
        using var listener = Meters.Listen(service.Source, (_, _, _) => throw new InvalidProgramException());
        var faults = PerformanceTracer.InstrumentationFaults;

        service.Call(() => 1).ShouldBe(1);

        PerformanceTracer.InstrumentationFaults.ShouldBe(faults + 1);
    }

    private static string Format(KeyValuePair<string, object?>[] tags) =>
        string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
