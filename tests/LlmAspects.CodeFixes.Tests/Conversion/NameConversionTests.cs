using LlmAspects.CodeFixes.Tests.Conversion.Verification;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class NameConversionTests
{
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
