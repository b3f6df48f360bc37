using LlmAspects.CodeFixes.Tests.Conversion.Verification;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class ContainerConversionTests
{
    [Fact]
    public Task KindsOfTypes_BecomePartial() => ConversionCheck.VerifyAsync(
        """
        public interface IAsk
        {
            int Ask(int number);
        }

        [LlmComponent("a")]
        public record First(int Number) : IAsk
        {
            public int Ask(int number) => number + Number;
        }

        [LlmComponent("b")]
        public readonly record struct Second(int Number)
        {
            public int Ask() => Number;
        }

        [LlmComponent("c")]
        public readonly ref struct Third(Span<int> numbers)
        {
            private readonly Span<int> _numbers = numbers;

            public int Ask() => _numbers.Length;
        }

        [LlmComponent("d")]
        internal interface IFourth
        {
            public static int Ask() => 4;

            public virtual int AskAgain() => 5;
        }

        public static class Outer<TOuter> where TOuter : class
        {
            [LlmComponent("e")]
            public abstract class Fifth<T>(T value)
            {
                public (TOuter?, T) Ask<TOther>(TOther other) where TOther : T => (null, other is null ? value : other);

                public abstract int Nothing();
            }
        }
        """,
        """
        public interface IAsk
        {
            int Ask(int number);
        }

        [LlmComponent("a")]
        public partial record First(int Number) : IAsk
        {
            [ErrorContext, TracePerformance]
            public partial int Ask(int number);

            private int AskCore(int number) => number + Number;
        }

        [LlmComponent("b")]
        public readonly partial record struct Second(int Number)
        {
            [ErrorContext, TracePerformance]
            public partial int Ask();

            private int AskCore() => Number;
        }

        [LlmComponent("c")]
        public readonly ref partial struct Third(Span<int> numbers)
        {
            private readonly Span<int> _numbers = numbers;

            [ErrorContext, TracePerformance]
            public partial int Ask();

            private int AskCore() => _numbers.Length;
        }

        [LlmComponent("d")]
        internal partial interface IFourth
        {
            [ErrorContext, TracePerformance]
            public static partial int Ask();

            private static int AskCore() => 4;

            [ErrorContext, TracePerformance]
            public virtual partial int AskAgain();

            private int AskAgainCore() => 5;
        }

        public static partial class Outer<TOuter> where TOuter : class
        {
            [LlmComponent("e")]
            public abstract partial class Fifth<T>(T value)
            {
                [ErrorContext, TracePerformance]
                public partial (TOuter?, T) Ask<TOther>(TOther other) where TOther : T;

                private (TOuter?, T) AskCore<TOther>(TOther other) where TOther : T => (null, other is null ? value : other);

                public abstract int Nothing();
            }
        }
        """);

    [Fact]
    public Task MembersOfInterfaces_StayVirtual() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public interface ISample
        {
            public int First() => 1;

            public sealed int Second() => 2;

            public static virtual int Third() => 3;
        }

        public class Sample : ISample
        {
            public int First() => 10;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial interface ISample
        {
            [ErrorContext, TracePerformance]
            public virtual partial int First();

            private int FirstCore() => 1;

            [ErrorContext, TracePerformance]
            public partial int Second();

            private int SecondCore() => 2;

            [ErrorContext, TracePerformance]
            public static virtual partial int Third();

            private static int ThirdCore() => 3;
        }

        public class Sample : ISample
        {
            public int First() => 10;
        }
        """,
        wayBack: """
        [LlmComponent("sample")]
        public interface ISample
        {
            public virtual int First() => 1;

            public sealed int Second() => 2;

            public static virtual int Third() => 3;
        }

        public class Sample : ISample
        {
            public int First() => 10;
        }
        """);

    [Fact]
    public async Task ProgramOfTopLevelStatements_IsPartialAlready() => (await ConversionCheck.ConvertAsync(
        """
        Console.WriteLine(Ask());

        [LlmComponent("sample")]
        public partial class Program
        {
            public static int Ask() => 1;
        }
        """)).ShouldBe(
        """
        Console.WriteLine(Ask());

        [LlmComponent("sample")]
        public partial class Program
        {
            [ErrorContext, TracePerformance]
            public static partial int Ask();

            private static int AskCore() => 1;
        }
        """);

    [Fact]
    public async Task TabsAndCarriageReturns_AreKept()
    {
        const string Source = "[LlmComponent(\"sample\")]\r\npublic class Sample\r\n{\r\n\tpublic int Ask()\r\n\t{\r\n\t\treturn 1;\r\n\t}\r\n}\r\n";
        const string Converted = "[LlmComponent(\"sample\")]\r\npublic partial class Sample\r\n{\r\n\t[ErrorContext, TracePerformance]\r\n\tpublic partial int Ask();\r\n\r\n"
            + "\tprivate int AskCore()\r\n\t{\r\n\t\treturn 1;\r\n\t}\r\n}\r\n";
        await ConversionCheck.VerifyAsync(Source, Converted);
    }
}
