using VerifyErrors = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Missing.ErrorContextIsMissingAnalyzer, LlmAspects.CodeFixes.Conversion.AddMissingAspectsCodeFix>;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class ImplementationConversionTests
{
    [Fact]
    public Task PartImplementedByHand_BecomesTheCore() => VerifyErrors.VerifyAsync(
        [
            """
            [LlmComponent("sample")]
            public partial class Sample
            {
                /// <summary>Answers.</summary>
                [System.ComponentModel.Description("d")]
                public static partial Task<int> {|LLMA1001:OneAsync|}<T>(T value, int number = 1, CancellationToken token = default) where T : class;

                public partial IAsyncEnumerable<int> {|LLMA1001:TwoAsync|}(CancellationToken token);
            }
            """,
            """
            public partial class Sample
            {
                // The body.
                public static async partial Task<int> OneAsync<T>(T value, int number, CancellationToken token) where T : class
                {
                    return await Task.FromResult(number);
                }

                public async partial IAsyncEnumerable<int> TwoAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
                {
                    yield return await Task.FromResult(1);
                }
            }
            """,
        ],
        [
            """
            [LlmComponent("sample")]
            public partial class Sample
            {
                /// <summary>Answers.</summary>
                [System.ComponentModel.Description("d")]
                [ErrorContext, TracePerformance]
                public static partial Task<int> OneAsync<T>(T value, int number = 1, CancellationToken token = default) where T : class;

                [ErrorContext, TracePerformance]
                public partial IAsyncEnumerable<int> TwoAsync(CancellationToken token);
            }
            """,
            """
            public partial class Sample
            {
                // The body.
                private static async Task<int> OneCoreAsync<T>(T value, int number, CancellationToken token) where T : class
                {
                    return await Task.FromResult(number);
                }

                private async IAsyncEnumerable<int> TwoCoreAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
                {
                    yield return await Task.FromResult(1);
                }
            }
            """,
        ]);

    [Fact]
    public Task PartWithAttributesOfItsOwn_IsLeftAlone() => VerifyErrors.VerifyAsync(
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            public partial int {|LLMA1001:One|}();

            [System.ComponentModel.Description("d")]
            public partial int One() => 1;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            public partial int {|LLMA1001:One|}();

            [System.ComponentModel.Description("d")]
            public partial int One() => 1;
        }
        """);
}
