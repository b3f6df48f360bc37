using System.Diagnostics.Metrics;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

/// <summary>Names, units and buckets of metrics are a contract with whoever built a dashboard.</summary>
public sealed class OperationInstrumentsTests
{
    private readonly OperationInstruments _instruments = OperationInstruments.Create("instruments_contract");

    [Fact]
    public void Metrics_HaveNamesUnitsAndDescriptions()
    {
        Instrument[] all = [_instruments.Duration, _instruments.TimeToFirstItem, _instruments.TimePerItem, _instruments.Items, _instruments.Errors, _instruments.Attempts, _instruments.GenAIDuration!];

        all.Select(static metric => (metric.Name, metric.Unit, metric.Description)).ShouldBe(
        [
            ("llmaspects.operation.duration", "s", "Duration of operations."),
            ("llmaspects.operation.time_to_first_item", "s", "From the first pull of a stream to its first item."),
            ("llmaspects.operation.time_per_item", "s", "From one item of a stream to the next."),
            ("llmaspects.operation.items", "{item}", "Items that streams delivered."),
            ("llmaspects.operation.errors", "{error}", "Failed calls."),
            ("llmaspects.operation.attempts", "{attempt}", "Attempts of operations that are retried."),
            ("gen_ai.client.operation.duration", "s", "GenAI operation duration."),
        ]);
    }

    [Fact]
    public void Histograms_AdviseBucketsOfSeconds()
    {
        foreach (var histogram in (Histogram<double>[])[_instruments.Duration, _instruments.TimeToFirstItem, _instruments.TimePerItem])
        {
            var bounds = histogram.Advice!.HistogramBucketBoundaries!;
            (bounds[0], bounds[^1], bounds.Count).ShouldBe((0.00001, 81.92, 17));
        }

        // https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/
        _instruments.GenAIDuration!.Advice!.HistogramBucketBoundaries.ShouldBe([0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92]);
    }

    [Fact]
    public void MetricOfModels_IsThereWhenItIsFirstAskedFor()
    {
        List<string> published = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "instruments_lazy")
                {
                    published.Add(instrument.Name);
                }
            },
        };
        listener.Start();
        var instruments = OperationInstruments.Create("instruments_lazy");

        published.ShouldNotContain(TelemetryNames.GenAIDurationMetric);
        instruments.GenAIDuration.ShouldBeSameAs(instruments.GenAIDuration);
        published.Count(static name => name == TelemetryNames.GenAIDurationMetric).ShouldBe(1);
    }
}
