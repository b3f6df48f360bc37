using VerifyBody = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Target.AspectMethodHasAnotherImplementationAnalyzer, LlmAspects.CodeFixes.Conversion.MoveBodyToCoreCodeFix>;
using VerifyPartial = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Target.MethodWithAspectIsNotPartialAnalyzer, LlmAspects.CodeFixes.Conversion.MoveBodyToCoreCodeFix>;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class MoveBodyToCoreCodeFixTests
{
    [Fact]
    public Task MethodThatIsNotPartial_KeepsItsAspects() => VerifyPartial.VerifyAsync(
        """
        public class Sample
        {
            [ErrorContext]
            public async Task<int> {|LLMA0001:AskAsync|}(int number = 1) => await Task.FromResult(number);

            [RetryWithBackoff] internal int {|LLMA0001:Ask|}() => 1;

            [TracePerformance]
            void {|LLMA0001:Tell|}() { }

            [TracePerformance]
            static int {|LLMA0001:Count|}() => 1;
        }
        """,
        """
        public partial class Sample
        {
            [ErrorContext]
            public partial Task<int> AskAsync(int number = 1);

            private async Task<int> AskCoreAsync(int number) => await Task.FromResult(number);

            [RetryWithBackoff] internal partial int Ask();

            private int AskCore() => 1;

            [TracePerformance]
            private partial void Tell();

            private void TellCore() { }

            [TracePerformance]
            private static partial int Count();

            private static int CountCore() => 1;
        }
        """);

    [Fact]
    public Task MethodImplementedInPlace_KeepsItsModifiers() => VerifyBody.VerifyAsync(
        """
        public partial class Sample
        {
            [ErrorContext]
            public static partial int {|CS0759:{|LLMA0007:Ask|}|}()
            {
                return 1;
            }
        }
        """,
        """
        public partial class Sample
        {
            [ErrorContext]
            public static partial int Ask();

            private static int AskCore()
            {
                return 1;
            }
        }
        """);

    [Fact]
    public Task PartImplementedByHand_BecomesTheCore() => VerifyBody.VerifyAsync(
        """
        public partial class Sample
        {
            [ErrorContext]
            public partial int {|LLMA0007:Ask|}();

            public partial int Ask() => 1;
        }
        """,
        """
        public partial class Sample
        {
            [ErrorContext]
            public partial int Ask();

            private int AskCore() => 1;
        }
        """);

    [Fact]
    public Task BodyOfAnotherGenerator_IsNoneToMove() => VerifyBody.VerifyAsync(
        """
        using System.Text.RegularExpressions;

        public partial class Words
        {
            [TracePerformance, GeneratedRegex(@"\w+")] public static partial Regex {|CS8795:{|LLMA0007:Pattern|}|}();
        }
        """,
        """
        using System.Text.RegularExpressions;

        public partial class Words
        {
            [TracePerformance, GeneratedRegex(@"\w+")] public static partial Regex {|CS8795:{|LLMA0007:Pattern|}|}();
        }
        """);
}
