using LlmAspects.Runtime;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Tests.Errors;

public sealed class LlmExceptionTests
{
    public static TheoryData<LlmException, string?> Family => new()
    {
        { new LlmRouterException("code", "message", Cause), "llm_router" },
        { new LlmOrchestratorException("code", "message", Cause), "multi_llm_orchestrator" },
        { new LlmFailoverException("code", "message", Cause), "llm_failover_handler" },
        { new LlmCacheException("code", "message", Cause), "llm_cache_layer" },
        { new LlmRetrievalException("code", "message", Cause), "context_retrieval" },
        { new LlmQualityException("code", "message", Cause), "llm_quality_monitor" },
        { new LlmPromptException("code", "message", Cause), "prompt_engineering" },
        { new LlmChunkingException("code", "message", Cause), "semantic_chunking" },
        { new LlmTokenCountException("code", "message", Cause), "token_counter" },
        { new LlmResourceException("code", "message", Cause), null },
        { new LlmException("code", "message", Cause), null },
    };

    private static Exception Cause { get; } = new FormatException();

    [Theory]
    [MemberData(nameof(Family))]
    public void Member_SaysCodeMessageCauseAndComponent(LlmException error, string? component)
    {
        (error.ErrorCode, error.Message, error.InnerException).ShouldBe(("code", "message", Cause));
        error.Component.ShouldBe(component);
        error.Operation.ShouldBeNull();
        error.Context.ShouldBeEmpty();
    }

    [Fact]
    public void Timestamp_ComesFromTheRuntimesClock()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero));
        RuntimeClock.TimeProvider = clock;
        try
        {
            new LlmException("code", "message").Timestamp.ShouldBe(clock.GetUtcNow());
        }
        finally
        {
            RuntimeClock.TimeProvider = TimeProvider.System;
        }
    }

    [Fact]
    public void Context_BecomesTagsOfTheRecord()
    {
        var service = new EmittedService("llm_exception_context");
        var context = new Dictionary<string, string> { ["model"] = "gpt\n-9", ["attempts"] = "3" };

        Should.Throw<LlmException>(() => service.Call<int>(() => throw new LlmFailoverException("code", "message") { Operation = "execute", Context = context }));

        Recorded.Errors("llm_exception_context").ShouldHaveSingleItem().Tags
            .ShouldBe(new Dictionary<string, string> { ["model"] = "gpt-9", ["attempts"] = "3" }, ignoreOrder: true);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void EmptyCode_IsRefused(string? code) => Should.Throw<ArgumentException>(() => new LlmException(code!, "message"));
}
