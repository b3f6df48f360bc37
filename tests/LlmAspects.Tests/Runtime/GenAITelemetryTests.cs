using System.Diagnostics;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

/// <summary>The OpenTelemetry conventions for generative AI: https://opentelemetry.io/docs/specs/semconv/gen-ai/.</summary>
public sealed class GenAITelemetryTests
{
    [Theory]
    [InlineData(GenAIOperation.Chat, "chat", "gen_ai.request.model", true)]
    [InlineData(GenAIOperation.GenerateContent, "generate_content", "gen_ai.request.model", true)]
    [InlineData(GenAIOperation.TextCompletion, "text_completion", "gen_ai.request.model", true)]
    [InlineData(GenAIOperation.Embeddings, "embeddings", "gen_ai.request.model", true)]
    [InlineData(GenAIOperation.Retrieval, "retrieval", "gen_ai.data_source.id", true)]
    [InlineData(GenAIOperation.ExecuteTool, "execute_tool", "gen_ai.tool.name", false)]
    [InlineData(GenAIOperation.InvokeAgent, "invoke_agent", "gen_ai.agent.name", false)]
    [InlineData(GenAIOperation.CreateAgent, "create_agent", "gen_ai.agent.name", true)]
    [InlineData((GenAIOperation)999, "unknown", null, false)]
    public void Operation_HasNameSubjectAndMetricOfTheConventions(GenAIOperation operation, string name, string? subject, bool isMetered)
    {
        var telemetry = Create(operation, "openai", $"genai_{name}");
        using var activity = new Activity("plain");
        using var listener = Meters.Listen($"genai_{name}", static (_, _, _) => { }, TelemetryNames.GenAIDurationMetric);

        telemetry.SpanName.ShouldBe(name);
        telemetry.Tags.ShouldBe([new(TelemetryNames.GenAIOperationName, name), new(TelemetryNames.GenAIProviderName, "openai")]);
        telemetry.NameAfter(activity, [new("other", "x"), new(subject ?? "gen_ai.request.model", "gpt")]);
        activity.DisplayName.ShouldBe(subject is null ? "plain" : $"{name} gpt");
        telemetry.IsHeard.ShouldBe(isMetered);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(7)]
    public void SubjectThatIsNoText_LeavesTheName(object? subject)
    {
        using var activity = new Activity("plain");

        Create(GenAIOperation.Chat, null, "genai_subject").NameAfter(activity, [new("gen_ai.request.model", subject)]);

        activity.DisplayName.ShouldBe("plain");
    }

    [Fact]
    public void NoOperation_NeedsNoTelemetry() => GenAITelemetry.TryCreate(IdentityOf("genai_none"), new OperationOptions()).ShouldBeNull();

    [Fact]
    public void Measurement_HasTagsOfTheCallBeforeThoseOfTheOperation()
    {
        var telemetry = Create(GenAIOperation.Chat, "openai", "genai_measured");
        List<string> measured = [];
        using var listener = Meters.Listen("genai_measured", (_, seconds, tags) => measured.Add($"{seconds}: {string.Join(", ", tags.Select(static tag => $"{tag.Key}={tag.Value}"))}"), TelemetryNames.GenAIDurationMetric);

        telemetry.Record(Stopwatch.Frequency, null, null);
        telemetry.Record(0, "System.FormatException", [new(TelemetryNames.GenAIProviderName, "azure")]);
        telemetry.Record(-1, null, null);

        measured.ShouldBe(
        [
            "1: gen_ai.operation.name=chat, gen_ai.provider.name=openai",
            "0: gen_ai.provider.name=azure, gen_ai.operation.name=chat, error.type=System.FormatException",
        ]);
    }

    private static GenAITelemetry Create(GenAIOperation operation, string? provider, string source) =>
        GenAITelemetry.TryCreate(IdentityOf(source), new OperationOptions { GenAI = operation, GenAIProvider = provider }).ShouldNotBeNull();

    private static OperationIdentity IdentityOf(string source) => Operation.Create(source, "call", AspectKinds.TracePerformance, source).Identity;
}
