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
    public Task DenseLines_StayDense() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            private int _calls;
            public int One() => _calls++;
            public int Two() => 2;
        }

        [LlmComponent("sample")] public class Other { public int One() => 1; }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            private int _calls;
            [ErrorContext, TracePerformance]
            public partial int One();
            private int OneCore() => _calls++;
            [ErrorContext, TracePerformance]
            public partial int Two();
            private int TwoCore() => 2;
        }

        [LlmComponent("sample")] public partial class Other { [ErrorContext, TracePerformance] public partial int One(); private int OneCore() => 1; }
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

            public static async /* soon */ ValueTask WaitAsync() => await Task.Yield();
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
            public static partial /* soon */ ValueTask WaitAsync();

            private static async ValueTask WaitCoreAsync() => await Task.Yield();
        }
        """);

    [Fact]
    public Task Iterators_AreConvertedAsTheyAre() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            public IEnumerable<int> Count(int to)
            {
                for (var i = 0; i < to; i++)
                {
                    yield return i;
                }
            }

            public async IAsyncEnumerable<int> CountAsync(int to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
            {
                for (var i = 0; i < to; i++)
                {
                    await Task.Delay(1, cancellationToken);
                    yield return i;
                }
            }
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial IEnumerable<int> Count(int to);

            private IEnumerable<int> CountCore(int to)
            {
                for (var i = 0; i < to; i++)
                {
                    yield return i;
                }
            }

            [ErrorContext, TracePerformance]
            public partial IAsyncEnumerable<int> CountAsync(int to, CancellationToken cancellationToken = default);

            private async IAsyncEnumerable<int> CountCoreAsync(int to, [EnumeratorCancellation] CancellationToken cancellationToken)
            {
                for (var i = 0; i < to; i++)
                {
                    await Task.Delay(1, cancellationToken);
                    yield return i;
                }
            }
        }
        """);
}
