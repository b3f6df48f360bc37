using LlmAspects.CodeFixes.Tests.Conversion.Verification;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class LayoutConversionTests
{
    [Fact]
    public Task OddLayout_IsKept() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public static class Sample
        {
            /* first */ public static int First() /* why */ => 1;

            [Obsolete(
                "Old.")]
            public static
                int Second(
                    int number // the number
                ) // ends here
            {
                return AskCore();

                static int AskCore() => 2;
            }

            public static int @class([DisallowNull] this string? text, string name = nameof(@class)) { return text.Length + name.Length; }

            public static T Third<T>(T value) // the value
                where T : struct // a number
                => value;

            public static bool Fourth<T>(
                [NotNullWhen(true)]
                T? value) { return value is not null; } // fourth
            public static void Fifth() { }
        }
        """,
        """
        [LlmComponent("sample")]
        public static partial class Sample
        {
            /* first */ [ErrorContext, TracePerformance]
            public static partial int First();

            private static int FirstCore() /* why */ => 1;

            [Obsolete(
                "Old.")]
            [ErrorContext, TracePerformance]
            public static
                partial int Second(
                    int number // the number
                );

            private static int SecondCore(
                    int number
                ) // ends here
            {
                return AskCore();

                static int AskCore() => 2;
            }

            [ErrorContext, TracePerformance]
            public static partial int @class([DisallowNull] this string? text, string name = nameof(@class));

            private static int classCore([DisallowNull] string? text, string name) { return text.Length + name.Length; }

            [ErrorContext, TracePerformance]
            public static partial T Third<T>(T value) // the value
                where T : struct;

            private static T ThirdCore<T>(T value)
                where T : struct // a number
                => value;

            [ErrorContext, TracePerformance]
            public static partial bool Fourth<T>(
                [NotNullWhen(true)]
                T? value);

            private static bool FourthCore<T>(
                [NotNullWhen(true)]
                T? value) { return value is not null; } // fourth
            [ErrorContext, TracePerformance]
            public static partial void Fifth();
            private static void FifthCore() { }
        }
        """);
}
