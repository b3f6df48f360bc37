using System.Diagnostics;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Tracing;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace LlmAspects.IntegrationTests.Options;

/// <summary>Against the OpenTelemetry SDK: spans and the metric as its exporters get them.</summary>
public class GenAITests
{
    [Fact]
    public async Task Chat_IsAClientSpanNamedAfterItsModel()
    {
        var span = (await ExportedSpans.OfAsync(static () => ModelCalls.AskAsync("gpt-4", static () => Task.FromResult("yes")))).ShouldHaveSingleItem();

        (span.DisplayName, span.Kind).ShouldBe(("chat gpt-4", ActivityKind.Client));
        span.TagObjects.ShouldContain(new KeyValuePair<string, object?>("gen_ai.operation.name", "chat"));
        span.TagObjects.ShouldContain(new KeyValuePair<string, object?>("gen_ai.provider.name", "openai"));
        span.TagObjects.ShouldContain(new KeyValuePair<string, object?>("gen_ai.request.model", "gpt-4"));
        span.TagObjects.ShouldContain(new KeyValuePair<string, object?>("gen_ai.usage.output_tokens", 3));
        span.TagObjects.ShouldContain(new KeyValuePair<string, object?>(TelemetryNames.Operation, "ask"));
    }

    [Fact]
    public async Task EveryOperation_HasNameAndKindOfTheConventions()
    {
        var spans = await ExportedSpans.OfAsync(static async () =>
        {
            ModelCalls.Embed("text");
            ModelCalls.RunTool("weather");
            ModelCalls.Generate();
            ModelCalls.Retrieve();
            ModelCalls.Invoke();
            ModelCalls.Create();
            await foreach (var _ in ModelCalls.StreamAsync("gpt-4"))
            {
            }
        });

        spans.Select(static span => (span.DisplayName, span.Kind, span.GetTagItem("gen_ai.operation.name"))).ShouldBe(
        [
            ("embeddings", ActivityKind.Client, "embeddings"),
            ("execute_tool weather", ActivityKind.Internal, "execute_tool"),
            ("generate_content", ActivityKind.Client, "generate_content"),
            ("retrieval", ActivityKind.Client, "retrieval"),
            ("invoke_agent", ActivityKind.Internal, "invoke_agent"),
            ("create_agent", ActivityKind.Client, "create_agent"),
            ("chat gpt-4", ActivityKind.Client, "chat"),
        ]);
    }

    [Fact]
    public async Task NameKindAndProviderThatAreGiven_Stay()
    {
        var span = (await ExportedSpans.OfAsync(static () => Task.FromResult(ModelCalls.Complete(ModelCalls.Provider.Anthropic, "claude")))).ShouldHaveSingleItem();

        (span.DisplayName, span.Kind, span.GetTagItem("gen_ai.provider.name")).ShouldBe(("complete", ActivityKind.Internal, "Anthropic"));
    }

    [Fact]
    public async Task Sampler_SeesOperationAndProvider()
    {
        var seen = new List<string>();
        using (var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == AssemblySettings.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            {
                seen.AddRange(options.Tags!.Select(static tag => $"{tag.Key}={tag.Value}"));
                return ActivitySamplingResult.AllData;
            },
        })
        {
            ActivitySource.AddActivityListener(listener);
            await ModelCalls.AskAsync("gpt-4", static () => Task.FromResult("yes"));
            ModelCalls.Generate();
        }

        seen.ShouldBe(["gen_ai.operation.name=chat", "gen_ai.provider.name=openai", "gen_ai.operation.name=generate_content", "gen_ai.provider.name=gcp.gemini"]);
    }

    [Fact]
    public async Task CallsOfAService_AreMeasuredByTheConventions()
    {
        var points = await MeasureAsync(static async () =>
        {
            await ModelCalls.AskAsync("gpt-4", static () => Task.FromResult("yes"));
            await Should.ThrowAsync<FormatException>(() => ModelCalls.AskAsync("gpt-4", static () => Task.FromException<string>(new FormatException())));
            ModelCalls.Embed("text");
            ModelCalls.Complete(ModelCalls.Provider.Anthropic, "claude");
            ModelCalls.RunTool("weather");
            await foreach (var _ in ModelCalls.StreamAsync("gpt-4"))
            {
            }
        });

        points.ShouldBe(
        [
            "2: gen_ai.operation.name=chat, gen_ai.provider.name=openai",
            "1: error.type=System.FormatException, gen_ai.operation.name=chat, gen_ai.provider.name=openai",
            "1: gen_ai.operation.name=embeddings, gen_ai.provider.name=openai",
            "1: gen_ai.operation.name=text_completion, gen_ai.provider.name=Anthropic",
        ], ignoreOrder: true);
    }

    /// <summary>Counts and tags of the metric, while nobody listens to any other.</summary>
    private static async Task<IReadOnlyList<string>> MeasureAsync(Func<Task> calls)
    {
        var exported = new List<Metric>();
        using var provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(AssemblySettings.Source)
            .AddView(static instrument => instrument.Name == TelemetryNames.GenAIDurationMetric ? null : MetricStreamConfiguration.Drop)
            .AddInMemoryExporter(exported)
            .Build();
        await calls();
        provider.ForceFlush();
        return [.. exported.SelectMany(Points)];
    }

    private static IEnumerable<string> Points(Metric metric)
    {
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var tags = new List<string>();
            foreach (var tag in point.Tags)
            {
                tags.Add($"{tag.Key}={tag.Value}");
            }

            yield return $"{point.GetHistogramCount()}: {string.Join(", ", tags.Order(StringComparer.Ordinal))}";
        }
    }
}
