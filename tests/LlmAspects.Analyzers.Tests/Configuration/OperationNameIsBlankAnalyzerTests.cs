using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.OperationNameIsBlankAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class OperationNameIsBlankAnalyzerTests
{
    [Fact]
    public Task BlankOperation_IsExplained() => Verify.VerifyMessageAsync(
        """
        public partial class Router
        {
            [ErrorContext({|#0:Operation = " "|})] public partial int Ask();
            private int AskCore() => 1;
        }
        """,
        "The name 'Operation' is ignored: it is blank; leave it out for the default name");

    [Fact]
    public Task BlankNamesEverywhere_AreReported() => Verify.VerifyAsync("""
        [LlmComponent({|LLMA2026:"\t"|})]
        public partial class Router
        {
            [ErrorContext({|LLMA2026:""|}, {|LLMA2026:""|}), TracePerformance({|LLMA2026:Component = ""|})] public partial int Ask();
            private int AskCore() => 1;
            [TracePerformance({|LLMA2026:operation: " "|}, component: "router")] public partial int Count { get; }
            private int GetCountCore() => 1;
        }
        """);

    [Fact]
    public Task OtherNames_AreLeftAlone() => Verify.VerifyAsync("""
        [LlmComponent("router")]
        public partial class Router
        {
            [ErrorContext("router", "ask"), TracePerformance(Component = null, Operation = "ask", SpanName = "")] public partial int Ask();
            private int AskCore() => 1;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public partial class Router
        {
        #pragma warning disable LLMA2026
            [ErrorContext(Component = "")] public partial int Ask();
        #pragma warning restore LLMA2026
            private int AskCore() => 1;
        }
        """);
}
