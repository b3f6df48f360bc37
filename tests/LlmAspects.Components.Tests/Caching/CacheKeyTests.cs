using System.Text.Json;
using CsCheck;
using LlmAspects.Components.Caching;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Caching;

public class CacheKeyTests
{
    private static readonly ChatMessage[] Question = [new(ChatRole.User, "Why?")];

    public static TheoryData<string, ChatOptions> DifferentOptions => new()
    {
        { "tenant", new LlmChatOptions { Tenant = "b" } },
        { "instructions", new ChatOptions { Instructions = "Be brief." } },
        { "temperature", new ChatOptions { Temperature = 0.1f } },
        { "max output tokens", new ChatOptions { MaxOutputTokens = 5 } },
        { "top p", new ChatOptions { TopP = 0.1f } },
        { "top k", new ChatOptions { TopK = 1 } },
        { "frequency penalty", new ChatOptions { FrequencyPenalty = 0.1f } },
        { "presence penalty", new ChatOptions { PresencePenalty = 0.1f } },
        { "seed", new ChatOptions { Seed = 1 } },
        { "reasoning", new ChatOptions { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.High } } },
        { "stop", new ChatOptions { StopSequences = ["x"] } },
        { "format", new ChatOptions { ResponseFormat = ChatResponseFormat.Json } },
        { "schema", new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse("{}"), "name") } },
        { "tools", new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "one")] } },
        { "another tool", new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "two")] } },
        { "tool mode", new ChatOptions { ToolMode = ChatToolMode.RequireAny } },
        { "required tool", new ChatOptions { ToolMode = ChatToolMode.RequireSpecific("one") } },
        { "additional", new ChatOptions { AdditionalProperties = new() { ["x"] = 1 } } },
        { "task", new LlmChatOptions { Task = LlmTask.Summarization } },
    };

    [Theory]
    [MemberData(nameof(DifferentOptions))]
    public void DifferentOption_GivesAnotherKey(string what, ChatOptions options)
    {
        CacheKey key = CachingSamples.Key(options: options);
        key.ShouldNotBe(CachingSamples.Key(), what);
        key.ShouldBe(CachingSamples.Key(options: options.Clone()), what);
    }

    [Fact]
    public void PinnedAndAutomaticTarget_NeverShareAKey()
    {
        CacheKey pinned = CachingSamples.Key(target: CacheTarget.Pinned("1"));
        pinned.ShouldNotBe(CachingSamples.Key(target: CacheTarget.Auto("1")));
        pinned.ShouldNotBe(CachingSamples.Key(target: CacheTarget.Pinned("2")));
    }

    [Fact]
    public void NoOptionsAndEmptyScope_ShareAKey() => CachingSamples.Key(options: null).Tenant.ShouldBe(CachingSamples.Key(options: new LlmChatOptions()).Tenant);

    [Fact]
    public void CaseAndWhiteSpaceOfThePrompt_Matter()
    {
        CachingSamples.Key("Is it Polish?").ShouldNotBe(CachingSamples.Key("Is it polish?"));
        CachingSamples.Key("a b").ShouldNotBe(CachingSamples.Key("a  b"));
    }

    [Fact]
    public void SamePiecesBehindAnotherFence_ShareAKey()
    {
        RetrievedChunk[] chunks = [new("a.md", 0, "Because it rains.", 1)];
        KeyOf(RetrievedContext.ToContent(chunks, "0123456789abcdef")).ShouldBe(KeyOf(RetrievedContext.ToContent(chunks, "fedcba9876543210")));
        KeyOf(RetrievedContext.ToContent(chunks, "0123456789abcdef")).ShouldNotBe(KeyOf(RetrievedContext.ToContent([chunks[0] with { Text = "No." }], "0123456789abcdef")));
    }

    [Fact]
    public void FieldsCannotRunIntoEachOther() => Gen.Select(Gen.String, Gen.String, Gen.String, Gen.String).Sample((a, b, c, d) =>
    {
        CacheKey left = KeyOf(new TextContent(a), new TextContent(b));
        CacheKey right = KeyOf(new TextContent(c), new TextContent(d));
        return left.Equals(right) == (a == c && b == d) && KeyOf(new TextContent(a + b)).Equals(left) == false;
    });

    [Fact]
    public void UnknownValue_CannotBeCompared()
    {
        CacheKey.TryCreate(CacheTarget.Auto("1"), Question, new ChatOptions { AdditionalProperties = new() { ["x"] = new object() } }, out _, out string? obstacle).ShouldBeFalse();
        obstacle.ShouldNotBeNull().ShouldContain("Object");
    }

    [Theory]
    [MemberData(nameof(UncacheableOptions))]
    public void StateOfTheProvider_CannotBeCompared(ChatOptions options) =>
        CacheKey.TryCreate(CacheTarget.Auto("1"), Question, options, out _, out _).ShouldBeFalse();

    public static TheoryData<ChatOptions> UncacheableOptions =>
    [
        new ChatOptions { ConversationId = "c" },
        new ChatOptions { AllowBackgroundResponses = true },
        new ChatOptions { RawRepresentationFactory = _ => new object() },
    ];

    private static CacheKey KeyOf(params AIContent[] contents)
    {
        CacheKey.TryCreate(CacheTarget.Auto("1"), [new ChatMessage(ChatRole.User, [.. contents])], null, out CacheKey key, out _).ShouldBeTrue();
        return key;
    }

    [Fact]
    public void ToolOfTheProvider_CannotBeCompared()
    {
        CacheKey.TryCreate(CacheTarget.Auto("1"), Question, new ChatOptions { Tools = [new HostedFileSearchTool()] }, out _, out string? obstacle).ShouldBeFalse();
        obstacle.ShouldNotBeNull().ShouldContain(nameof(HostedFileSearchTool));
    }

    [Fact]
    public void DocumentThatImitatesSeparators_SharesNoKey()
    {
        RetrievedChunk two = new("a", 0, "x\u001eb\u001f0\u001fy", 1);
        KeyOf(RetrievedContext.ToContent([two], "0123456789abcdef"))
            .ShouldNotBe(KeyOf(RetrievedContext.ToContent([new("a", 0, "x", 1), new("b", 0, "y", 1)], "0123456789abcdef")));
        KeyOf(RetrievedContext.ToContent([two with { Title = "T" }], "0123456789abcdef")).ShouldNotBe(KeyOf(RetrievedContext.ToContent([two], "0123456789abcdef")));
        KeyOf(RetrievedContext.ToContent([two with { HeaderPath = "H" }], "0123456789abcdef")).ShouldNotBe(KeyOf(RetrievedContext.ToContent([two], "0123456789abcdef")));
    }
}
