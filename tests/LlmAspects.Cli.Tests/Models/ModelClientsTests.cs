using LlmAspects.Cli.Models;
using LlmAspects.Components.Failover;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Tests.Models;

public sealed class ModelClientsTests
{
    public static TheoryData<string, int, string, ErrorCategory> Failures => new()
    {
        { "openai", 503, "{}", ErrorCategory.Overload },
        { "openai", 500, """{"error":{"message":"oops"}}""", ErrorCategory.Overload },
        { "openai", 401, """{"error":{"code":"invalid_api_key"}}""", ErrorCategory.Authentication },
        { "openai", 404, """{"error":{"code":"model_not_found"}}""", ErrorCategory.ModelNotFound },
        { "openai", 429, """{"error":{"code":"rate_limit_exceeded"}}""", ErrorCategory.RateLimit },
        { "openai", 429, """{"error":{"code":"insufficient_quota"}}""", ErrorCategory.QuotaExhausted },
        { "openai", 400, """{"error":{"code":"context_length_exceeded"}}""", ErrorCategory.ContextOverflow },
        { "openai", 400, """{"error":{"code":"unknown_parameter"}}""", ErrorCategory.InvalidInput },
        { "anthropic", 529, """{"type":"error","error":{"type":"overloaded_error","message":"x"}}""", ErrorCategory.Overload },
        { "anthropic", 503, "{}", ErrorCategory.Overload },
        { "anthropic", 401, """{"type":"error","error":{"type":"authentication_error","message":"x"}}""", ErrorCategory.Authentication },
        { "anthropic", 404, """{"type":"error","error":{"type":"not_found_error","message":"x"}}""", ErrorCategory.ModelNotFound },
        { "anthropic", 429, """{"type":"error","error":{"type":"rate_limit_error","message":"x"}}""", ErrorCategory.RateLimit },
        { "anthropic", 400, """{"type":"error","error":{"type":"invalid_request_error","message":"x"}}""", ErrorCategory.InvalidInput },
        { "ollama", 503, "{}", ErrorCategory.Overload },
        { "ollama", 404, """{"error":"model not found"}""", ErrorCategory.ModelNotFound },
        { "ollama", 400, """{"error":"bad"}""", ErrorCategory.InvalidInput },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task FailedCall_IsMadeOnceAndRecognised(string provider, int status, string body, ErrorCategory category)
    {
        await using LoopbackServer server = LoopbackServer.AnswerWith(status, body);

        Exception error = await FailAsync(provider, server.Address);

        server.Bodies.Count.ShouldBe(1, "only the failover handler repeats a call");
        Classify(error).Category.ShouldBe(category);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    [InlineData("ollama")]
    public async Task NobodyListening_IsAConnectionError(string provider) =>
        Classify(await FailAsync(provider, $"http://127.0.0.1:{FreePort.Find()}")).Category.ShouldBe(ErrorCategory.Connection);

    [Fact]
    public async Task RetryAfterOfTheServer_IsKept()
    {
        await using LoopbackServer server = LoopbackServer.AnswerWith(429, "{}", ("Retry-After", "7"));

        Classify(await FailAsync("openai", server.Address)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void ExceptionOfNoCall_IsNotKnown() => CallErrors.Classify(new InvalidOperationException()).ShouldBeNull();

    private static ErrorClassification Classify(Exception error) => CallErrors.Classify(error).ShouldNotBeNull(error.ToString());

    private static async Task<Exception> FailAsync(string provider, string address)
    {
        var environment = new Dictionary<string, string>
        {
            ["OPENAI_BASE_URL"] = address,
            ["ANTHROPIC_API_KEY"] = "key",
            ["ANTHROPIC_BASE_URL"] = address,
            ["OLLAMA_HOST"] = address,
        };
        using IChatClient client = ModelClients.Create(new ModelSelector(environment.GetValueOrDefault).Select($"{provider}/any-model", insecure: false));
        return await Should.ThrowAsync<Exception>(() => client.GetResponseAsync("question"));
    }
}
