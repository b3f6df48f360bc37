using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.NameIsNotSnakeCaseAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class NameIsNotSnakeCaseAnalyzerTests
{
    [Theory]
    [InlineData("LlmRouter", "llm_router")]
    [InlineData("llm-router", "llm_router")]
    [InlineData("llm router", "llm_router")]
    [InlineData("llm.router", "llm_router")]
    [InlineData("_llm__router_", "llm_router")]
    [InlineData("LLMRouter2", "llm_router2")]
    public Task NameOfAComponent_IsReported(string name, string better) => Verify.VerifyMessageAsync(
        $$"""
        [LlmComponent({|#0:"{{name}}"|})]
        public class Client;
        """,
        $"Call it '{better}' instead of '{name}': names of components and operations are snake_case");

    [Fact]
    public Task EveryPlaceOfAName_IsReported() => Verify.VerifyAsync("""
        public partial class Client
        {
            private const string Name = "TheClient";

            [ErrorContext({|LLMA2007:"Client"|}, operation: {|LLMA2007:"Ask"|})] public partial int Ask();
            [TracePerformance(Component = {|LLMA2007:Name|}, Operation = {|LLMA2007:"The" + "Model"|})] public partial int Model { get; }
            private int AskCore() => 1;
            private int GetModelCore() => 1;
        }
        """);

    [Theory]
    [InlineData("llm_router")]
    [InlineData("router2")]
    [InlineData("gpt_4o")]
    [InlineData(" ")]
    [InlineData("__")]
    [InlineData("übersetzer")]
    public Task SnakeCaseOrNothing_IsNotReported(string name) => Verify.VerifyAsync($$"""
        [LlmComponent("{{name}}")]
        public class Client;
        """);

    [Fact]
    public Task DefaultNames_AreNotReported() => Verify.VerifyAsync("""
        public partial class TheClient
        {
            [ErrorContext, TracePerformance] public partial int AskTwice();
            private int AskTwiceCore() => 1;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        #pragma warning disable LLMA2007
        [LlmComponent("TheClient")]
        public class Client;
        """);
}
