using LlmAspects.CodeFixes.Tests.Conversion.Verification;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class ParameterConversionTests
{
    [Fact]
    public Task KindsOfParameters_StandOnBoth() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            public void Fill(ref int first, in int second, out int third, ref readonly int fourth) => third = first + second + fourth;

            public int Count(params ReadOnlySpan<int> numbers) => numbers.Length;

            public int Count(string name, params string[] others) => name.Length + others.Length;

            public int Sum(scoped ReadOnlySpan<int> numbers, scoped in int start) => numbers[0] + start;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial void Fill(ref int first, in int second, out int third, ref readonly int fourth);

            private void FillCore(ref int first, in int second, out int third, ref readonly int fourth) => third = first + second + fourth;

            [ErrorContext, TracePerformance]
            public partial int Count(params ReadOnlySpan<int> numbers);

            private int CountCore(params ReadOnlySpan<int> numbers) => numbers.Length;

            [ErrorContext, TracePerformance]
            public partial int Count(string name, params string[] others);

            private int CountCore(string name, params string[] others) => name.Length + others.Length;

            [ErrorContext, TracePerformance]
            public partial int Sum(scoped ReadOnlySpan<int> numbers, scoped in int start);

            private int SumCore(scoped ReadOnlySpan<int> numbers, scoped in int start) => numbers[0] + start;
        }
        """);

    [Fact]
    public Task DefaultsAndCallerInformation_StayOnTheDeclaration() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public static class Sample
        {
            public static string Describe(
                this string text,                              // what
                object? value /* of it */ = null,
                [CallerArgumentExpression(nameof(value))] string? expression = null,
                [CallerMemberName] string member = "",
                [CallerLineNumber] int line = 0,
                DateTime when = default)
            {
                return text + value + expression + member + line + when;
            }
        }
        """,
        """
        [LlmComponent("sample")]
        public static partial class Sample
        {
            [ErrorContext, TracePerformance]
            public static partial string Describe(
                this string text,                              // what
                object? value /* of it */ = null,
                [CallerArgumentExpression(nameof(value))] string? expression = null,
                [CallerMemberName] string member = "",
                [CallerLineNumber] int line = 0,
                DateTime when = default);

            private static string DescribeCore(
                string text,
                object? value,
                string? expression,
                string member,
                int line,
                DateTime when)
            {
                return text + value + expression + member + line + when;
            }
        }
        """);

    [Fact]
    public Task ParametersUnderEachOther_StayUnderEachOther() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            public int Ask(int first,
                           int second = 2)
                => first + second;

            public async Task<int> AskAsync(int first, // the first
                                            // whatever comes
                                            int second)
            {
                return await Task.FromResult(first + second);
            }

            public int Count(int first,
                int second) => first + second;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial int Ask(int first,
                                   int second = 2);

            private int AskCore(int first,
                                int second)
                => first + second;

            [ErrorContext, TracePerformance]
            public partial Task<int> AskAsync(int first, // the first
                                              // whatever comes
                                              int second);

            private async Task<int> AskCoreAsync(int first,
                                                 int second)
            {
                return await Task.FromResult(first + second);
            }

            [ErrorContext, TracePerformance]
            public partial int Count(int first,
                int second);

            private int CountCore(int first,
                int second) => first + second;
        }
        """);

    [Fact]
    public Task Types_AreWrittenAsTheyWere() => ConversionCheck.VerifyAsync(
        """
        #nullable disable
        [LlmComponent("sample")]
        public class Sample
        {
            public (int First, string Second) Pair((int A, dynamic B) pair, @event @class) => (pair.A, pair.B + @class);

        #nullable enable
            public string? Maybe(List<string?>? lines, delegate*<int, void> call) => lines?[0];
        #nullable restore

            public enum @event { None }
        }
        """.Replace("public string?", "public unsafe string?", StringComparison.Ordinal),
        """
        #nullable disable
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial (int First, string Second) Pair((int A, dynamic B) pair, @event @class);

            private (int First, string Second) PairCore((int A, dynamic B) pair, @event @class) => (pair.A, pair.B + @class);

        #nullable enable
            [ErrorContext, TracePerformance]
            public unsafe partial string? Maybe(List<string?>? lines, delegate*<int, void> call);

            private unsafe string? MaybeCore(List<string?>? lines, delegate*<int, void> call) => lines?[0];
        #nullable restore

            public enum @event { None }
        }
        """);
}
