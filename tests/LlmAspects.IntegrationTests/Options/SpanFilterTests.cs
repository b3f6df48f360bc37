using System.Diagnostics;
using LlmAspects.IntegrationTests.Fixtures;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace LlmAspects.IntegrationTests.Options;

/// <summary>Against the OpenTelemetry SDK: what its exporter gets is what a backend would.</summary>
public class SpanFilterTests
{
    public static TheoryData<string> Shapes => ReturnShape.Names;

    public static TheoryData<string> AsynchronousShapes => ReturnShape.AsynchronousNames;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Success_IsCountedAndNotExported(string name)
    {
        var shape = ReturnShape.Named(name);
        var (failedOnly, slowOnly) = (new OperationCounts("failed_only_calls", shape.Operation), new OperationCounts("slow_only_calls", shape.Operation));
        var exported = new List<Activity>();
        using (Export(exported))
        {
            await shape.Invoke(new FailedOnlyCalls(), Body, CancellationToken.None);
            await shape.Invoke(new SlowOnlyCalls(), Body, CancellationToken.None);
            await shape.Invoke(new BothAspects(), Body, CancellationToken.None);
        }

        exported.ShouldHaveSingleItem().DisplayName.ShouldBe($"both_aspects.{shape.Operation}");
        (failedOnly.Successes, slowOnly.Successes).ShouldBe((1, 1));

        static Task<int> Body() => Task.FromResult(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SuccessWithTags_IsNotExported(bool isPending)
    {
        var exported = new List<Activity>();
        using (Export(exported))
        {
            await TaggedFailures.AskAsync("gpt-4", isPending);
            TaggedFailures.Ask("gpt-4");
            await Should.ThrowAsync<FormatException>(() => TaggedFailures.AskAsync(string.Empty, isPending));
        }

        exported.ShouldHaveSingleItem().Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Theory]
    [MemberData(nameof(AsynchronousShapes))]
    public async Task PendingSuccess_IsNotExported(string name)
    {
        var shape = ReturnShape.Named(name);
        var exported = new List<Activity>();
        using (Export(exported))
        {
            await shape.Invoke(new FailedOnlyCalls(), BodyAsync, CancellationToken.None);
            await shape.Invoke(new SlowOnlyCalls(), BodyAsync, CancellationToken.None);
        }

        exported.ShouldBeEmpty();

        static async Task<int> BodyAsync()
        {
            await Task.Yield();
            return 1;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Failure_IsExported(string name)
    {
        var shape = ReturnShape.Named(name);
        var exported = new List<Activity>();
        using (Export(exported))
        {
            await Should.ThrowAsync<FormatException>(() => shape.Invoke(new FailedOnlyCalls(), static () => throw new FormatException(), CancellationToken.None));
            await Should.ThrowAsync<FormatException>(() => shape.Invoke(new SlowOnlyCalls(), static () => throw new FormatException(), CancellationToken.None));
            await Should.ThrowAsync<KeyNotFoundException>(() => shape.Invoke(new FailedOnlyCalls(), static () => throw new KeyNotFoundException(), CancellationToken.None));
        }

        exported.Select(static span => span.DisplayName).ShouldBe([$"failed_only_calls.{shape.Operation}", $"slow_only_calls.{shape.Operation}"]);
        exported.ShouldAllBe(static span => span.Status == ActivityStatusCode.Error);
    }

    [Fact]
    public async Task RootWithLinkAndKind_IsExported()
    {
        using var caller = new Activity("caller").Start();
        var exported = new List<Activity>();
        using (Export(exported))
        {
            await new RootedCalls().RunAsync(static () => Task.CompletedTask, CancellationToken.None);
        }

        var span = exported.ShouldHaveSingleItem();
        (span.DisplayName, span.Kind, span.ParentSpanId).ShouldBe(("chat model", ActivityKind.Client, default));
        span.Links.ShouldHaveSingleItem().Context.TraceId.ShouldBe(caller.TraceId);
    }

    private static TracerProvider Export(List<Activity> exported) =>
        Sdk.CreateTracerProviderBuilder().AddSource(AssemblySettings.Source).SetSampler<AlwaysOnSampler>().AddInMemoryExporter(exported).Build();
}
