using LlmAspects.CodeFixes.Tests.Conversion.Verification;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class BodyConversionTests
{
    [Fact]
    public Task Block_StaysWhereItIs() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            private int _calls;

            /// <summary>Answers.</summary>
            /// <param name="question">What is asked.</param>
            public string Ask(string question = "why")
            {
                // Counted, because it costs.
                _calls++;

                return question + _calls;
            }

            private void Rest() => _calls = 0;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            private int _calls;

            /// <summary>Answers.</summary>
            /// <param name="question">What is asked.</param>
            [ErrorContext, TracePerformance]
            public partial string Ask(string question = "why");

            private string AskCore(string question)
            {
                // Counted, because it costs.
                _calls++;

                return question + _calls;
            }

            private void Rest() => _calls = 0;
        }
        """);

    [Fact]
    public Task Expression_StaysWhereItIs() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            public int One() => 1;
            public int Two()
                => 1 + One(); // one more
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial int One();

            private int OneCore() => 1;
            [ErrorContext, TracePerformance]
            public partial int Two();

            private int TwoCore()
                => 1 + One(); // one more
        }
        """);

    [Fact]
    public Task AsyncBody_TakesAsyncAlong() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            public async Task<int> CountAsync(string text, CancellationToken cancellationToken = default)
            {
                await Task.Delay(1, cancellationToken).ConfigureAwait(false);
                return text.Length;
            }

            public static async ValueTask WaitAsync() => await Task.Yield();
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial Task<int> CountAsync(string text, CancellationToken cancellationToken = default);

            private async Task<int> CountCoreAsync(string text, CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken).ConfigureAwait(false);
                return text.Length;
            }

            [ErrorContext, TracePerformance]
            public static partial ValueTask WaitAsync();

            private static async ValueTask WaitCoreAsync() => await Task.Yield();
        }
        """);
}
