using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.OperationNamesTwoMethodsAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class OperationNamesTwoMethodsAnalyzerTests
{
    [Fact]
    public Task TwoMethodsOfOneName_AreReported() => Verify.VerifyMessageAsync(
        """
        public partial class Client
        {
            [ErrorContext] public partial int Ask();
            [ErrorContext(Operation = "ask")] public partial int {|#0:Question|}();
            private int AskCore() => 1;
            private int QuestionCore() => 1;
        }
        """,
        "'Client.Question' is the operation 'client.ask' of 'Client.Ask' as well: their calls are counted as one; give one of them another name");

    [Fact]
    public Task TwoTypesOfOneComponent_AreReported() => Verify.VerifyAsync("""
        [LlmComponent("client")]
        public partial class First
        {
            [ErrorContext, TracePerformance] public partial int Ask();
            private int AskCore() => 1;
        }

        [LlmComponent("client")]
        public partial class Second
        {
            [TracePerformance] public partial int {|LLMA2008:Ask|}();
            [ErrorContext("client", "get_model")] public partial int Other();
            [ErrorContext] public partial int {|LLMA2008:Model|} { get; set; }
            private int AskCore() => 1;
            private int OtherCore() => 1;
            private int GetModelCore() => 1;
            private void SetModelCore(int value) { }
        }
        """);

    [Fact]
    public Task OverloadsAndTheAsyncForm_AreOneOperation() => Verify.VerifyAsync("""
        public partial class Client
        {
            [ErrorContext] public partial int Ask();
            [ErrorContext] public partial int Ask(string question);
            [ErrorContext] public partial Task<int> AskAsync();
            private int AskCore() => 1;
            private int AskCore(string question) => 1;
            private Task<int> AskCoreAsync() => Task.FromResult(1);
        }
        """);

    [Fact]
    public Task DifferentNames_AreNotReported() => Verify.VerifyAsync("""
        public partial class Client
        {
            [ErrorContext] public partial int Ask();
            [ErrorContext(Component = "another_client")] public partial int Other();
            [ErrorContext(Operation = "further")] public partial int Third();
            public int Model() => 1;
            private int AskCore() => 1;
            private int OtherCore() => 1;
            private int ThirdCore() => 1;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public partial class Client
        {
            [ErrorContext] public partial int Ask();
        #pragma warning disable LLMA2008
            [ErrorContext(Operation = "ask")] public partial int Question();
        #pragma warning restore LLMA2008
            private int AskCore() => 1;
            private int QuestionCore() => 1;
        }
        """);
}
