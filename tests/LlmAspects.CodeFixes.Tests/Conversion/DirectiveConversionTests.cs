using LlmAspects.CodeFixes.Tests.Conversion.Verification;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class DirectiveConversionTests
{
    [Fact]
    public Task DirectivesOfTheBody_StayInIt() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            #region Questions

        #if !NEVER
            public int Ask()
            {
        #if NEVER
                return Missing();
        #else
                #region Answers
        #pragma warning disable CS0219
                var unused = 1;
        #pragma warning restore CS0219
                return 2;
                #endregion
        #endif
            }
        #endif

        #pragma warning disable CS1998
            public async Task AskAsync()
        #pragma warning restore CS1998
            {
            }

            #endregion
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            #region Questions

        #if !NEVER
            [ErrorContext, TracePerformance]
            public partial int Ask();

            private int AskCore()
            {
        #if NEVER
                return Missing();
        #else
                #region Answers
        #pragma warning disable CS0219
                var unused = 1;
        #pragma warning restore CS0219
                return 2;
                #endregion
        #endif
            }
        #endif

        #pragma warning disable CS1998
            [ErrorContext, TracePerformance]
            public partial Task AskAsync();

            private async Task AskCoreAsync()
        #pragma warning restore CS1998
            {
            }

            #endregion
        }
        """);

    [Fact]
    public Task AlternativeBodies_StayAlternatives() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
        #if NEVER
            public long Ask()
        #else
            public int Ask()
        #endif
            {
                return 1;
            }

            public int Two()
        #if NEVER
                => 1;
        #else
                => 2;
        #endif

            [Obsolete]
        #if !NEVER
            [System.ComponentModel.Description("d")]
        #endif
            public int Three() => 3;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
        #if NEVER
            public long Ask()
        #else
            [ErrorContext, TracePerformance]
            public partial int Ask();

            private int AskCore()
        #endif
            {
                return 1;
            }

            [ErrorContext, TracePerformance]
            public partial int Two();

            private int TwoCore()
        #if NEVER
                => 1;
        #else
                => 2;
        #endif

            [Obsolete]
        #if !NEVER
            [System.ComponentModel.Description("d")]
        #endif
            [ErrorContext, TracePerformance]
            public partial int Three();

            private int ThreeCore() => 3;
        }
        """);

    [Theory]
    [InlineData("""
            public int Ask(
        #if NEVER
                long number
        #else
                int number
        #endif
                ) => 1;
        """)]
    [InlineData("""
            public
        #if NEVER
                virtual
        #endif
                int Ask() => 1;
        """)]
    [InlineData("""
            [SkipLocalsInit]
        #if NEVER
            [Obsolete]
        #endif
            public int Ask() => 1;
        """)]
    public Task DirectivesWithinTheDeclaration_PreventTheFix(string method) => ConversionCheck.VerifyNothingIsOfferedAsync(
        $$"""
        [LlmComponent("sample")]
        public class Sample
        {
        {{method}}
        }
        """);
}
