using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Target.AspectMethodHasAnotherImplementationAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Target;

public class AspectMethodHasAnotherImplementationAnalyzerTests
{
    private const string ByHand = "The aspects of 'Ask' cannot be generated: its body is written by hand; move the body to 'AskCore' and keep only the declaration that ends in a semicolon";

    [Fact]
    public Task HandwrittenImplementation_IsReportedAtTheDeclaration() => Verify.VerifyMessageAsync(
        """
        public partial class Router
        {
            [ErrorContext] public partial int {|#0:Ask|}();
            public partial int Ask() => 1;
            private int AskCore() => 1;
        }
        """,
        ByHand);

    [Fact]
    public Task AspectOnTheHandwrittenImplementation_IsReportedOnce() => Verify.VerifyMessageAsync(
        """
        public partial class Router
        {
            public partial int {|#0:Ask|}();
            [ErrorContext] public partial int Ask() => 1;
        }
        """,
        ByHand);

    [Fact]
    public Task BodyWithoutADeclaration_IsReported() => Verify.VerifyBesideCompilerErrorsAsync("""
        public partial class Router
        {
            [ErrorContext] public partial int {|LLMA0007:Ask|}() { return 1; }
            [ErrorContext] public partial int {|LLMA0007:Tell|}() => 1;
        }
        """);

    [Fact]
    public Task MethodOfAnotherGenerator_IsReportedWithItsAttribute() => Verify.VerifyMessageAsync(
        """
        using System.Text.RegularExpressions;

        public partial class Router
        {
            [ErrorContext, GeneratedRegex("a")] public static partial Regex {|#0:Words|}();
        }
        """,
        "The aspects of 'Words' cannot be generated: the generator behind [GeneratedRegex] writes its body; call it from an annotated method");

    [Fact]
    public Task OtherKnownGenerators_AreReported() => Verify.VerifyAsync("""
        using System.Runtime.InteropServices;
        using System.Runtime.InteropServices.JavaScript;

        public static partial class Router
        {
            [ErrorContext, LibraryImport("native")] public static partial int {|LLMA0007:Ask|}();
            [ErrorContext, JSImport("native")] public static partial int {|LLMA0007:Tell|}();
        }
        """);

    [Fact]
    public Task ImplementationOfOurGenerator_IsNotReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext] public partial int Ask();
            private int AskCore() => 1;
            [System.Text.RegularExpressions.GeneratedRegex("a")] public static partial System.Text.RegularExpressions.Regex Words();
        }
        """);
}
