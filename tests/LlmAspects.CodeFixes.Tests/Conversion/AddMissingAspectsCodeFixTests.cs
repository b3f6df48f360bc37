using LlmAspects.Analyzers.Missing;
using LlmAspects.CodeFixes.Conversion;
using VerifyErrors = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Missing.ErrorContextIsMissingAnalyzer, LlmAspects.CodeFixes.Conversion.AddMissingAspectsCodeFix>;
using VerifyModels = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Missing.ModelIsCalledWithoutAspectsAnalyzer, LlmAspects.CodeFixes.Conversion.AddMissingAspectsCodeFix>;
using VerifyTraces = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Missing.TracePerformanceIsMissingAnalyzer, LlmAspects.CodeFixes.Conversion.AddMissingAspectsCodeFix>;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class AddMissingAspectsCodeFixTests
{
    [Fact]
    public void FixableRules_AreTheFamilyOfTheMissing()
        => new AddMissingAspectsCodeFix().FixableDiagnosticIds.ShouldBe([ErrorContextIsMissingAnalyzer.Id, TracePerformanceIsMissingAnalyzer.Id, ModelIsCalledWithoutAspectsAnalyzer.Id]);

    [Fact]
    public Task SeveralMethods_AreConvertedOneByOneAndTogether() => VerifyErrors.VerifyAsync(
        """
        public static class Outer
        {
            [LlmComponent("sample")]
            public class Sample
            {
                public int {|LLMA1001:One|}() => 1;

                public int {|LLMA1001:One|}(int factor) => factor * One();

                [TracePerformance]
                public int {|LLMA1001:Two|}() => 2;
            }
        }
        """,
        """
        public static partial class Outer
        {
            [LlmComponent("sample")]
            public partial class Sample
            {
                [ErrorContext, TracePerformance]
                public partial int One();

                private int OneCore() => 1;

                [ErrorContext, TracePerformance]
                public partial int One(int factor);

                private int OneCore(int factor) => factor * One();

                [ErrorContext, TracePerformance]
                public partial int Two();

                private int TwoCore() => 2;
            }
        }
        """);

    [Fact]
    public Task EitherRule_AddsBothAspects() => VerifyTraces.VerifyAsync(
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            public int {|LLMA1002:One|}() => 1;

            [ErrorContext("a", "b")]
            public partial int {|LLMA1002:Two|}();

            private int TwoCore() => 2;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial int One();

            private int OneCore() => 1;

            [ErrorContext("a", "b"), TracePerformance]
            public partial int Two();

            private int TwoCore() => 2;
        }
        """);

    [Fact]
    public Task PartsInSeveralFiles_AreConvertedTogether() => VerifyErrors.VerifyAsync(
        [
            """
            [LlmComponent("sample")]
            public partial class Sample
            {
                public int {|LLMA1001:One|}() => 1;

                [LlmComponent("nested")]
                public class Nested
                {
                    public int {|LLMA1001:Two|}() => 2;
                }
            }
            """,
            """
            public partial class Sample
            {
                public int {|LLMA1001:One|}(int factor) => factor * One();
            }
            """,
        ],
        [
            """
            [LlmComponent("sample")]
            public partial class Sample
            {
                [ErrorContext, TracePerformance]
                public partial int One();

                private int OneCore() => 1;

                [LlmComponent("nested")]
                public partial class Nested
                {
                    [ErrorContext, TracePerformance]
                    public partial int Two();

                    private int TwoCore() => 2;
                }
            }
            """,
            """
            public partial class Sample
            {
                [ErrorContext, TracePerformance]
                public partial int One(int factor);

                private int OneCore(int factor) => factor * One();
            }
            """,
        ]);

    [Fact]
    public Task AliasOfAnAspect_IsRecognised() => VerifyTraces.VerifyAsync(
        """
        namespace Own
        {
            using Errors = LlmAspects.ErrorContextAttribute;

            [LlmComponent("sample")]
            public class Sample
            {
                [Errors]
                public int {|LLMA1002:One|}() => 1;

                public int {|LLMA1002:Two|}() => 2;
            }
        }
        """,
        """
        namespace Own
        {
            using Errors = LlmAspects.ErrorContextAttribute;

            [LlmComponent("sample")]
            public partial class Sample
            {
                [Errors, TracePerformance]
                public partial int One();

                private int OneCore() => 1;

                [ErrorContext, TracePerformance]
                public partial int Two();

                private int TwoCore() => 2;
            }
        }
        """);

    [Fact]
    public Task CarriageReturns_SurviveTheWorkspace() => VerifyErrors.VerifyAsync(
        """
        [LlmAspects.LlmComponent("sample")]
        public class Sample
        {
            public int {|LLMA1001:One|}() =>
                1;
        }
        """.ReplaceLineEndings("\r\n"),
        """
        [LlmAspects.LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial int One();

            private int OneCore() =>
                1;
        }
        """.ReplaceLineEndings("\r\n"));

    [Fact]
    public Task MethodThatCallsAModel_NeedsNoComponent()
    {
        const string Model = """
            namespace Microsoft.Extensions.AI
            {
                public interface IChatClient
                {
                    Task<string> GetResponseAsync(string question);
                }
            }
            """;
        return VerifyModels.VerifyAsync(
            [
                """
                internal class Answers(Microsoft.Extensions.AI.IChatClient client)
                {
                    internal async Task<string> {|LLMA1003:AskAsync|}(string question) => await client.GetResponseAsync(question);
                }
                """,
                Model,
            ],
            [
                """
                internal partial class Answers(Microsoft.Extensions.AI.IChatClient client)
                {
                    [ErrorContext, TracePerformance]
                    internal partial Task<string> AskAsync(string question);

                    private async Task<string> AskCoreAsync(string question) => await client.GetResponseAsync(question);
                }
                """,
                Model,
            ]);
    }
}
