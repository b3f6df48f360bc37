using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Missing.TracePerformanceIsMissingAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Missing;

public class TracePerformanceIsMissingAnalyzerTests
{
    [Fact]
    public Task PublicMethodOfAComponent_IsExplained() => Verify.VerifyMessageAsync(
        """
        [LlmComponent("router")]
        public class Router
        {
            public async Task<int> {|#0:AskAsync|}() { await Task.Yield(); return 1; }
        }
        """,
        "Add [TracePerformance] to 'AskAsync', a public method of the component 'Router', or exempt it with [NoAspects(\"reason\")]");

    [Fact]
    public Task WrapperGeneratedForTheOtherAspect_DoesNotHideIt() => Verify.VerifyAsync("""
        [LlmComponent("router")]
        public partial class Router
        {
            [ErrorContext] public partial ValueTask<int> {|LLMA1002:AskAsync|}(CancellationToken cancellationToken = default);
            private ValueTask<int> AskCoreAsync(CancellationToken cancellationToken) => new(1);
        }
        """);

    [Fact]
    public Task BothAspectsOrAnExemption_AreNotReported() => Verify.VerifyAsync("""
        [LlmComponent("router")]
        public partial class Router
        {
            [ErrorContext, TracePerformance] public partial int Ask();
            private int AskCore() => 1;
            [NoAspects("A pure getter.")] public int Tell() => 1;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        [LlmComponent("router")]
        public class Router
        {
        #pragma warning disable LLMA1002
            public int Ask() => 1;
        }
        """);
}
