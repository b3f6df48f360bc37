using Verify = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Target.TypeOfAspectMethodIsNotPartialAnalyzer, LlmAspects.CodeFixes.Conversion.MakeTypesPartialCodeFix>;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class MakeTypesPartialCodeFixTests
{
    [Fact]
    public Task TypeOfAProperty_BecomesPartial() => Verify.VerifyAsync(
        """
        public readonly struct Sample
        {
            [TracePerformance] public partial int {|CS0751:{|CS9248:{|LLMA0002:Length|}|}|} { get; }
            private int GetLengthCore() => 1;
        }
        """,
        """
        public readonly partial struct Sample
        {
            [TracePerformance] public partial int Length { get; }
            private int GetLengthCore() => 1;
        }
        """);

    [Fact]
    public Task TypesInAllFiles_BecomePartialOnce() => Verify.VerifyAsync(
        [
            """
            public partial class Outer
            {
                public class Sample
                {
                    [ErrorContext] public partial int {|CS0751:{|CS8795:{|LLMA0002:Ask|}|}|}();
                    private int AskCore() => 1;
                }
            }
            """,
            """
            public class {|CS0260:Outer|}
            {
                public record struct Other
                {
                    [ErrorContext] public partial int {|CS0751:{|CS8795:{|LLMA0002:Ask|}|}|}();
                    private int AskCore() => 1;

                    [ErrorContext] public partial int {|CS0751:{|CS8795:{|LLMA0002:AskAgain|}|}|}();
                    private int AskAgainCore() => 1;
                }
            }
            """,
        ],
        [
            """
            public partial class Outer
            {
                public partial class Sample
                {
                    [ErrorContext] public partial int Ask();
                    private int AskCore() => 1;
                }
            }
            """,
            """
            public partial class Outer
            {
                public partial record struct Other
                {
                    [ErrorContext] public partial int Ask();
                    private int AskCore() => 1;

                    [ErrorContext] public partial int AskAgain();
                    private int AskAgainCore() => 1;
                }
            }
            """,
        ]);
}
