using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Tracing;

namespace LlmAspects.IntegrationTests.Capture;

public sealed class MetricTagTests
{
    private readonly MeteredCalls _calls = new();
    private readonly TaggedValue _argument = new() { IsFirst = true, Text = "argument" };
    private readonly TaggedValue _result = new() { Text = "result" };

    public static TheoryData<string, bool> Calls => CallMatrix.Of(MeteredCalls.Shapes);

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Success_HasExactlyTheMetricTagsOnItsDuration(string shape, bool isPending)
    {
        using var metrics = new MetricSeries();
        var faults = PerformanceTracer.InstrumentationFaults;

        await _calls.CallAsync(shape, _argument, () => _result.EndAsync(isPending));

        Of(metrics, "duration").ShouldBe(["duration day=Monday first=True known=False"]);
        PerformanceTracer.InstrumentationFaults.ShouldBe(faults + 2);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Failure_HasTheMetricTagsOfItsArguments(string shape, bool isPending)
    {
        using var metrics = new MetricSeries();

        await Should.ThrowAsync<TimeoutException>(() => _calls.CallAsync(shape, _argument, () => _result.EndAsync(isPending, new TimeoutException())));

        Of(metrics, "duration").ShouldBe(["duration day=Monday error.type=System.TimeoutException first=True"]);
        Of(metrics, "errors").ShouldBe(["errors day=Monday error.type=System.TimeoutException first=True"]);
    }

    [Fact]
    public async Task OtherMetricsOfAStream_HaveNoTagsOfTheCall()
    {
        using var metrics = new MetricSeries();

        await _calls.CallAsync(nameof(_calls.StreamAsync), _argument, () => _result.EndAsync(isPending: false));

        metrics.Seen.Where(static series => !series.StartsWith("duration", StringComparison.Ordinal)).ShouldBe(["items", "time_to_first_item"]);
    }

    [Fact]
    public void TagsThatDoNotAskForIt_AreOnNoMetric()
    {
        using var metrics = new MetricSeries();

        RecordedSpan.Of(() => _calls.Unmetered(_argument, () => _result.EndAsync(isPending: false))).GetTagItem("first").ShouldBe(true);
        Should.Throw<TimeoutException>(() => _calls.Unmetered(_argument, static () => throw new TimeoutException()));

        metrics.Seen.ShouldBe(["duration", "errors error.type=System.TimeoutException", "duration error.type=System.TimeoutException"]);
    }

    [Fact]
    public async Task ErrorContextAlone_HasThemOnItsErrors()
    {
        using var metrics = new MetricSeries();

        await _calls.UntimedAsync(_argument, () => _result.EndAsync(isPending: true));
        await Should.ThrowAsync<TimeoutException>(() => _calls.UntimedAsync(_argument, () => _result.EndAsync(isPending: true, new TimeoutException())));

        metrics.Seen.ShouldBe(["errors error.type=System.TimeoutException first=True"]);
    }

    [Fact]
    public void MetricTag_IsOnTheSpanToo() =>
        RecordedSpan.Of(() => _calls.Value(_argument, () => _result.EndAsync(isPending: false))).GetTagItem("known").ShouldBe(false);

    private static IEnumerable<string> Of(MetricSeries metrics, string instrument) => metrics.Seen.Where(series => series.Split(' ')[0] == instrument);
}
