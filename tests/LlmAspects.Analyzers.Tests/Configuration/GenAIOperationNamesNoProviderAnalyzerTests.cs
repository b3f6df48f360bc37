using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.GenAIOperationNamesNoProviderAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class GenAIOperationNamesNoProviderAnalyzerTests
{
    [Fact]
    public Task OperationWithoutProvider_IsExplained() => Verify.VerifyMessageAsync(
        """
        public partial class Client
        {
            [TracePerformance({|#0:GenAI = GenAIOperation.TextCompletion|})] public partial int Ask();
            private int AskCore() => 1;
        }
        """,
        "The conventions require gen_ai.provider.name for 'TextCompletion'; set GenAIProvider, or add [Tag(\"gen_ai.provider.name\", ...)]");

    [Theory]
    [InlineData("Chat")]
    [InlineData("GenerateContent")]
    [InlineData("Embeddings")]
    [InlineData("CreateAgent")]
    public Task OperationThatNeedsAProvider_IsReported(string operation) => Verify.VerifyAsync($$"""
        public partial class Client
        {
            [TracePerformance({|LLMA2023:GenAI = GenAIOperation.{{operation}}|}, GenAIProvider = "")] public partial int Count { get; }
            private int GetCountCore() => 1;
        }
        """);

    [Fact]
    public Task OthersAndThoseWithAProvider_AreLeftAlone() => Verify.VerifyAsync("""
        public partial class Client
        {
            [TracePerformance(GenAI = GenAIOperation.Chat, GenAIProvider = "openai")] public partial int Ask();
            private int AskCore() => 1;
            [TracePerformance(GenAI = GenAIOperation.Chat)] public partial int Tell([Tag("gen_ai.provider.name")] string provider);
            private int TellCore(string provider) => 1;
            [TracePerformance(GenAI = GenAIOperation.ExecuteTool)] public partial void Use();
            private void UseCore() { }
            [TracePerformance(GenAI = GenAIOperation.Retrieval)] public partial void Find();
            private void FindCore() { }
            [TracePerformance(GenAI = GenAIOperation.InvokeAgent)] public partial void Invoke();
            private void InvokeCore() { }
            [TracePerformance(GenAI = GenAIOperation.None)] public partial void Run();
            private void RunCore() { }
            [TracePerformance(GenAI = (GenAIOperation)99)] public partial void Guess();
            private void GuessCore() { }
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public partial class Client
        {
        #pragma warning disable LLMA2023
            [TracePerformance(GenAI = GenAIOperation.Chat)] public partial int Ask();
        #pragma warning restore LLMA2023
            private int AskCore() => 1;
        }
        """);
}
