using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Target.TypeOfAspectMethodIsNotPartialAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Target;

public class TypeOfAspectMethodIsNotPartialAnalyzerTests
{
    [Fact]
    public Task OuterType_IsNamedInTheMessage() => Verify.VerifyMessageAsync(
        """
        public class Outer
        {
            public partial struct Router
            {
                [ErrorContext] public partial int {|#0:Ask|}();
                private int AskCore() => 1;
            }
        }
        """,
        "Make type 'Outer' partial: the aspects of 'Ask' are generated into another part of it");

    [Fact]
    public Task TypeItself_IsReported() => Verify.VerifyBesideCompilerErrorsAsync("""
        public record Router
        {
            [TracePerformance] public partial int {|LLMA0002:Ask|}();
            private int AskCore() => 1;
        }
        """);

    [Fact]
    public Task PartialTypes_AreNotReported() => Verify.VerifyAsync("""
        public static partial class Outer
        {
            private partial record struct Router
            {
                [ErrorContext] public partial int Ask();
                private int AskCore() => 1;
            }
        }
        """);
}
