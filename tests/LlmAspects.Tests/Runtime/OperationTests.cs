using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class OperationTests
{
    [Fact]
    public void SameNames_GiveTheSameOperation()
    {
        var first = Operation.Create("interned", "call", AspectKinds.ErrorContext);

        Operation.Create("interned", "call", AspectKinds.ErrorContext, TelemetryNames.DefaultSource).ShouldBeSameAs(first);
    }

    [Fact]
    public void OtherAspects_ShareIdentityAndStatistics()
    {
        var traced = Operation.Create("shared_identity", "call", AspectKinds.TracePerformance);
        var observed = Operation.Create("shared_identity", "call", AspectKinds.ErrorContext);

        traced.Exit(System.Diagnostics.Stopwatch.GetTimestamp(), null);
        observed.Observe(new FormatException());

        observed.ShouldNotBeSameAs(traced);
        observed.Identity.ShouldBeSameAs(traced.Identity);
        var stats = PerformanceTracer.Shared.GetStats("shared_identity", "call").ShouldNotBeNull();
        (stats.Count, stats.ErrorCount).ShouldBe((1, 1));
        stats.ErrorRate.ShouldBe(0);
    }

    [Fact]
    public void OtherSource_IsAnotherOperation()
    {
        var ours = Operation.Create("two_sources", "call", AspectKinds.ErrorContext);
        var theirs = Operation.Create("two_sources", "call", AspectKinds.ErrorContext, "Contoso.Rag");

        theirs.Identity.ShouldNotBeSameAs(ours.Identity);
        theirs.Identity.Telemetry.Name.ShouldBe("Contoso.Rag");
    }

    [Fact]
    public void ConcurrentCreation_GivesOneIdentity()
    {
        var created = new Operation[64];

        Parallel.For(0, created.Length, index => created[index] = Operation.Create("raced", "call", AspectKinds.ErrorContext));

        created.Select(operation => operation.Identity).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("", "call")]
    [InlineData("component", "")]
    [InlineData(null, "call")]
    public void MissingName_IsRefused(string? component, string name) =>
        Should.Throw<ArgumentException>(() => Operation.Create(component!, name, AspectKinds.ErrorContext));
}
