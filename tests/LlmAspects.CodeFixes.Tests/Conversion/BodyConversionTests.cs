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

    [Fact]
    public Task NamesOfTheMethodInItsBody_StayAsTheyAre() => ConversionCheck.VerifyAsync(
        """
        public class Root
        {
            public virtual int Count(int n) => n;
        }

        [LlmComponent("sample")]
        public class Sample : Root
        {
            public override int Count(int n)
            {
                return n == 0 ? Last() : Count(n - 1) + nameof(Count).Length;

                int Last() => base.Count(n);
            }
        }
        """,
        """
        public class Root
        {
            public virtual int Count(int n) => n;
        }

        [LlmComponent("sample")]
        public partial class Sample : Root
        {
            [ErrorContext, TracePerformance]
            public override partial int Count(int n);

            private int CountCore(int n)
            {
                return n == 0 ? Last() : Count(n - 1) + nameof(Count).Length;

                int Last() => base.Count(n);
            }
        }
        """);

    [Fact]
    public Task CallsThatReceiveTheName_StillReceiveIt() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            private string this[int index, [CallerMemberName] string @class = ""] => @class + index;

            public string Ask(string question)
            {
                Func<string> inLambda = () => Name();
                return Name() + Name(2) + inLambda() + InLocal() + this[1] + new Caller().Name + new Caller() { Length = 1 }.Name + Name(name: "given");

                static string InLocal() => Name();
            }

            private static string Name(int times = 1, [CallerMemberName] string name = "") => name + times;

            private sealed class Caller([CallerMemberName] string name = "")
            {
                public string Name => name;
                public int Length { get; set; }
            }
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            private string this[int index, [CallerMemberName] string @class = ""] => @class + index;

            [ErrorContext, TracePerformance]
            public partial string Ask(string question);

            private string AskCore(string question)
            {
                Func<string> inLambda = () => Name(name: nameof(Ask));
                return Name(name: nameof(Ask)) + Name(2, name: nameof(Ask)) + inLambda() + InLocal() + this[1, @class: nameof(Ask)] + new Caller(name: nameof(Ask)).Name + new Caller(name: nameof(Ask)) { Length = 1 }.Name + Name(name: "given");

                static string InLocal() => Name(name: nameof(Ask));
            }

            private static string Name(int times = 1, [CallerMemberName] string name = "") => name + times;

            private sealed class Caller([CallerMemberName] string name = "")
            {
                public string Name => name;
                public int Length { get; set; }
            }
        }
        """);
}
