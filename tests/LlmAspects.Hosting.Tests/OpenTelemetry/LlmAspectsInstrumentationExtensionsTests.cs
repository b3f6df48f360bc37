using System.Diagnostics;
using LlmAspects.Hosting.OpenTelemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace LlmAspects.Hosting.Tests.OpenTelemetry;

public sealed class LlmAspectsInstrumentationExtensionsTests
{
    [Fact]
    public void Spans_OfASourceOfAnAssemblyAreExported()
    {
        List<Activity> exported = [];
        using (Sdk.CreateTracerProviderBuilder().AddLlmAspectsInstrumentation().AddInMemoryExporter(exported).Build())
        {
            new SampleComponent().Run(fail: false);
        }

        exported.ShouldContain(span => span.Source.Name == "Hosting.Tests" && span.DisplayName == "hosting_sample.run");
    }

    [Fact]
    public void Metrics_OfASourceOfAnAssemblyAreExported()
    {
        List<Metric> exported = [];
        using (var provider = Sdk.CreateMeterProviderBuilder().AddLlmAspectsInstrumentation().AddInMemoryExporter(exported).Build())
        {
            new SampleComponent().Run(fail: false);
            provider.ForceFlush();
        }

        exported.ShouldContain(metric => metric.MeterName == "Hosting.Tests" && metric.Name == "llmaspects.operation.duration");
    }

    [Fact]
    public void AssembliesGiven_NoOtherIsLookedAt() =>
        SourceNames.Find([typeof(string).Assembly]).ShouldBe(["LlmAspects"]);

    [Fact]
    public void NoAssemblyGiven_DefaultComesFirstAndLoadedOnesAreFound() =>
        SourceNames.Find([]).ShouldBe(["LlmAspects", "Hosting.Tests"]);
}
