using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Usage.RetriedMethodReachesModelAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Usage;

public class RetriedMethodReachesModelAnalyzerTests
{
    [Fact]
    public Task CoreThatCallsAModel_IsReported() => Verify.VerifyMessageAsync(
        ClassOf("""
            [ErrorContext, {|#0:RetryWithBackoff|}] public partial Task<string> AskAsync(string question);
            private async Task<string> AskCoreAsync(string question) => (await client.GetResponseAsync(question)).Text;
            """),
        "'AskAsync' is retried around a call of a model: clients and failover retry by themselves, and the retries multiply; retry in one place");

    [Theory]
    [InlineData("client.GetResponseAsync(question)")]
    [InlineData("client.GetResponseAsync([new ChatMessage(ChatRole.User, question)], null, default)")]
    [InlineData("generator.GenerateAsync([question])")]
    [InlineData("client.GetStreamingResponseAsync(question).GetAsyncEnumerator().MoveNextAsync().AsTask()")]
    [InlineData("new Func<Task>(() => client.GetResponseAsync(question))()")]
    [InlineData("HelpAsync(question)")]
    [InlineData("FurtherAsync(question)")]
    public Task EveryWayToAModel_IsReported(string call) => Verify.VerifyAsync(ClassOf($$"""
            [{|LLMA3007:RetryWithBackoff|}] public partial Task AskAsync(string question);
            private Task AskCoreAsync(string question) => {{call}};
            private Task HelpAsync(string question) => client.GetResponseAsync(question);
            private Task FurtherAsync(string question) => question.Length == 0 ? FurtherAsync(question + "?") : HelpAsync(question);
            """));

    [Theory]
    [InlineData("Task.FromResult(client.GetService(typeof(string)))")]
    [InlineData("Task.FromResult(client.AsBuilder())")]
    [InlineData("Task.Delay(question.Length)")]
    [InlineData("HarmlessAsync()")]
    public Task CoreThatCallsNone_IsNotReported(string call) => Verify.VerifyAsync(ClassOf($$"""
            [RetryWithBackoff] public partial Task AskAsync(string question);
            private Task AskCoreAsync(string question) => {{call}};
            private Task HarmlessAsync() => Task.CompletedTask;
            private Task OtherAsync(string question) => client.GetResponseAsync(question);
            """));

    [Fact]
    public Task MethodWithoutRetry_IsNotReported() => Verify.VerifyAsync(ClassOf("""
            [ErrorContext] public partial Task AskAsync(string question);
            private Task AskCoreAsync(string question) => client.GetResponseAsync(question);
            """));

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync(ClassOf("""

            #pragma warning disable LLMA3007
            [RetryWithBackoff] public partial Task AskAsync(string question);
            #pragma warning restore LLMA3007
            private Task AskCoreAsync(string question) => client.GetResponseAsync(question);
            """));

    private static string ClassOf(string members) => $$"""
        using Microsoft.Extensions.AI;
        public partial class Client(IChatClient client, IEmbeddingGenerator<string, Embedding<float>> generator)
        {
            public object Generator => generator;
            public object Chat => client;
            {{members}}
        }
        """;
}
