using System.Diagnostics;
using System.Reflection;

namespace LlmAspects.Tests.Attributes;

/// <summary>Aspects stay in the metadata, so that tools may read at run time what the generator read at compile time.</summary>
public sealed class AttributeReflectionTests
{
    [Fact]
    public void TracePerformance_SaysWhatWasWritten()
    {
        var plain = AspectOf<TracePerformanceAttribute>(nameof(Annotated.Plain));
        var full = AspectOf<TracePerformanceAttribute>(nameof(Annotated.Full));

        (plain.Component, plain.Operation, plain.SpanName, plain.Kind, plain.GenAI, plain.GenAIProvider).ShouldBe((null, null, null, ActivityKind.Internal, GenAIOperation.None, null));
        (plain.Level, plain.RecordResult, plain.FailedWhen, plain.ErrorTypeFrom, plain.LinksFrom).ShouldBe((AspectLevel.Information, false, null, null, null));
        (plain.NewRoot, plain.SlowerThanMs, plain.FailedOnly, plain.SampleEvery, plain.ItemTiming).ShouldBe((false, 0, false, 0, false));
        (full.Component, full.Operation, full.SpanName, full.Kind, full.GenAI, full.GenAIProvider).ShouldBe(("notes", "find", "find notes", ActivityKind.Client, GenAIOperation.Chat, "openai"));
        (full.Level, full.RecordResult, full.FailedWhen, full.ErrorTypeFrom, full.LinksFrom).ShouldBe((AspectLevel.Debug, true, "Failed", "Kind", "links"));
        (full.NewRoot, full.SlowerThanMs, full.FailedOnly, full.SampleEvery, full.ItemTiming).ShouldBe((true, 5, true, 16, true));
    }

    [Fact]
    public void ErrorContext_SaysWhatWasWritten()
    {
        var plain = AspectOf<ErrorContextAttribute>(nameof(Annotated.Plain));
        var full = AspectOf<ErrorContextAttribute>(nameof(Annotated.Full));

        (plain.Component, plain.Operation, plain.TranslateTo).ShouldBe((null, null, null));
        plain.Expected.ShouldBeEmpty();
        (full.Component, full.Operation, full.TranslateTo).ShouldBe(("notes", "find", typeof(InvalidOperationException)));
        full.Expected.ShouldBe([typeof(FormatException)]);
    }

    [Fact]
    public void Tags_SayWhatWasWritten() =>
        MethodOf(nameof(Annotated.Full)).GetCustomAttributes<TagAttribute>().Concat(MethodOf(nameof(Annotated.Full)).GetParameters()[0].GetCustomAttributes<TagAttribute>())
            .Select(static tag => (tag.Name, tag.Path, tag.Metric))
            .ShouldBe([("kind", null, true), ("length", "{text.Length}", false), (null, null, false)], ignoreOrder: true);

    [Fact]
    public void MarksOfTypesAndMethods_SayWhatWasWritten()
    {
        typeof(Annotated).GetCustomAttribute<LlmComponentAttribute>()!.Name.ShouldBe("notes");
        AspectOf<NoAspectsAttribute>(nameof(Annotated.Bare)).Reason.ShouldBe("trivial");
        AspectOf<AspectAttribute<int>>(nameof(Annotated.Full)).Order.ShouldBe(7);
    }

    [Fact]
    public void MarksOfAssemblies_SayWhatTheyAreGiven()
    {
        var policy = new LlmAspectsPolicyAttribute();

        policy.RequiredOn.ShouldBe(AspectScopes.Components);
        policy.RequiredAspects.ShouldBe(RequiredAspects.ErrorContext | RequiredAspects.TracePerformance);
        policy.RequiredNamespaces.ShouldBeEmpty();
        policy.RequiredMethods.ShouldBeEmpty();
        new LlmAspectsSourceAttribute("App").Name.ShouldBe("App");
        new LlmAspectsLevelAttribute(AspectLevel.Trace).Level.ShouldBe(AspectLevel.Trace);
    }

    private static T AspectOf<T>(string method)
        where T : Attribute => MethodOf(method).GetCustomAttribute<T>().ShouldNotBeNull();

    private static MethodInfo MethodOf(string name) => typeof(Annotated).GetMethod(name)!;

    [LlmComponent("notes")]
    private static class Annotated
    {
        [ErrorContext, TracePerformance]
        public static void Plain()
        {
        }

        [ErrorContext("notes", "find", Expected = [typeof(FormatException)], TranslateTo = typeof(InvalidOperationException))]
        [TracePerformance(
            "notes", "find", SpanName = "find notes", Kind = ActivityKind.Client, GenAI = GenAIOperation.Chat, GenAIProvider = "openai", Level = AspectLevel.Debug, RecordResult = true,
            FailedWhen = "Failed", ErrorTypeFrom = "Kind", LinksFrom = "links", NewRoot = true, SlowerThanMs = 5, FailedOnly = true, SampleEvery = 16, ItemTiming = true)]
        [Tag("kind", Metric = true), Tag("length", "{text.Length}"), Aspect<int>(Order = 7)]
        public static void Full([Tag] string text) => _ = text;

        [NoAspects("trivial")]
        public static void Bare()
        {
        }
    }
}
