using LlmAspects.Analyzers.Target;
using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Target.MethodWithAspectIsNotPartialAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Target;

public class MethodWithAspectIsNotPartialAnalyzerTests
{
    [Fact]
    public Task PropertyThatIsNotPartial_NamesBothCores() => Verify.VerifyMessageAsync(
        """
        public partial class Router
        {
            [ErrorContext] public int {|#0:Count|} { get; set; }
        }
        """,
        "Make 'Count' partial and move its body to 'GetCountCore' and 'SetCountCore': the aspects are generated as its implementing part");

    [Fact]
    public Task OrdinaryMethod_IsReportedAtItsName() => Verify.VerifyMessageAsync(
        """
        public partial class Router
        {
            [ErrorContext]
            public async Task<int> {|#0:AskAsync|}(int question) { await Task.Yield(); return question; }
        }
        """,
        "Make 'AskAsync' partial and move its body to 'AskCoreAsync': the aspects are generated as its implementing part");

    [Fact]
    public Task EitherAspect_IsReported() => Verify.VerifyAsync("""
        public static class Router
        {
            [TracePerformance] internal static int {|LLMA0001:Ask|}() => 1;
            [ErrorContext, TracePerformance] private static void {|LLMA0001:Tell|}() { }
        }
        """);

    [Fact]
    public Task PartialMethod_IsNotReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext] public partial int Ask();
            private int AskCore() => 1;
        }
        """);

    [Fact]
    public Task MethodWithoutAspect_IsNotReported() => Verify.VerifyAsync("""
        [LlmComponent("router")]
        public class Router
        {
            [Obsolete, NoAspects("pure")] public int Ask() => 1;
            public int Tell() => 1;
        }
        """);

    [Fact]
    public Task AttributeOfTheSameNameElsewhere_IsNotReported() => Verify.VerifyAsync("""
        namespace Contoso
        {
            public sealed class ErrorContextAttribute : Attribute;
        }
        public class Router
        {
            [Contoso.ErrorContext] public int Ask() => 1;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync($$"""
        public class Router
        {
        #pragma warning disable {{MethodWithAspectIsNotPartialAnalyzer.Id}}
            [ErrorContext] public int Ask() => 1;
        }
        """);
}
