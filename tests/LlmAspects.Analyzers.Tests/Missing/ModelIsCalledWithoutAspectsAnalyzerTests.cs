using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Missing.ModelIsCalledWithoutAspectsAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Missing;

public class ModelIsCalledWithoutAspectsAnalyzerTests
{
    [Fact]
    public Task PlainMethodThatCallsAModel_IsReported() => Verify.VerifyMessageAsync(
        ClassOf("public Task {|#0:AskAsync|}(string question) => client.GetResponseAsync(question);"),
        "'AskAsync' calls a model; with [ErrorContext, TracePerformance] its failures and its time are on record");

    [Theory]
    [InlineData("private async Task<string> {|LLMA1003:AskAsync|}() { foreach (var question in new[] { \"a\", \"b\" }) { await client.GetResponseAsync(question); await client.GetResponseAsync(question); } return \"\"; }")]
    [InlineData("public static Task {|LLMA1003:AskAsync|}<T>(T model) where T : IChatClient => model.GetResponseAsync(\"Why?\");")]
    [InlineData("public IAsyncEnumerable<ChatResponseUpdate> {|LLMA1003:StreamAsync|}() => client.GetStreamingResponseAsync(\"Why?\");")]
    [InlineData("public Task {|LLMA1003:EmbedAsync|}(IEmbeddingGenerator<string, Embedding<float>> generator) => generator.GenerateAsync([\"a\"]);")]
    public Task EveryCall_IsReportedOncePerMethod(string member) => Verify.VerifyAsync(ClassOf(member));

    [Fact]
    public Task DelegateOfAModel_IsReported() => Verify.VerifyAsync(ClassOf(
        "public Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>> {|LLMA1003:Method|}() => client.GetResponseAsync;"));

    [Fact]
    public Task PolicyThatDemandsNothing_LeavesTheSuggestion() => Verify.VerifyUnderAsync(
        ClassOf("public Task {|LLMA1003:AskAsync|}() => client.GetResponseAsync(\"Why?\");"),
        "llmaspects.required_on = public, model_calls\nllmaspects.required_aspects = none");

    [Theory]
    [InlineData("[NoAspects(\"A test of the connection.\")] public Task PingAsync() => client.GetResponseAsync(\"ping\");")]
    [InlineData("public object? Find() => client.GetService(typeof(string));")]
    [InlineData("public void Close() => client.Dispose();")]
    [InlineData("[ErrorContext] public partial Task AskAsync(); private Task AskCoreAsync() => HelpAsync(); private Task HelpAsync() => client.GetResponseAsync(\"Why?\");")]
    [InlineData("public object Chat { get; } = client.GetResponseAsync(\"Why?\");")]
    public Task OtherMembers_AreNotReported(string member) => Verify.VerifyAsync(ClassOf(member));

    [Fact]
    public Task ComponentMethod_IsLeftToTheRulesOfComponents() => Verify.VerifyAsync("""
        using Microsoft.Extensions.AI;
        [LlmComponent("client")]
        public partial class Client(IChatClient client)
        {
            public Task AskAsync(string question) => client.GetResponseAsync(question);
        }
        """);

    [Fact]
    public Task ModelThatHandsOn_IsNotReported() => Verify.VerifyAsync("""
        using Microsoft.Extensions.AI;
        public sealed class Loud(IChatClient inner) : DelegatingChatClient(inner)
        {
            public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
                InnerClient.GetResponseAsync(messages, options, cancellationToken);
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync(ClassOf("""

            #pragma warning disable LLMA1003
            public Task AskAsync(string question) => client.GetResponseAsync(question);
            #pragma warning restore LLMA1003
            """));

    private static string ClassOf(string member) => $$"""
        using Microsoft.Extensions.AI;
        public partial class Client(IChatClient client)
        {
            public object Keep() => client;
            {{member}}
        }
        """;
}
