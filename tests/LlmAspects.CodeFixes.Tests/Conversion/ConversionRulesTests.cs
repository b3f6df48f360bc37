using LlmAspects.CodeFixes.Tests.Conversion.Verification;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class ConversionRulesTests
{
    [Theory]
    [InlineData("public async void Ask() => await Task.Yield();")]
    [InlineData("public int Ask() => 1; private int AskCore() => 2;")]
    [InlineData("public int Ask() => 1; private int AskCore(int number = 1) => number;")]
    [InlineData("public int Ask() => 1; private static readonly int AskCore = 1;")]
    [InlineData("public int Ask() => 1; public class AskCore;")]
    [InlineData("public string Ask() => Log(1); private static string Log(int n, [CallerMemberName] string name = \"\") => n + name; private static string Log(int n, string name, int m = 0) => name + n + m;")]
    [InlineData("public override string ToUpper() => \"\";")]
    [InlineData("public string? Ask() => System.Reflection.MethodBase.GetCurrentMethod()?.Name;")]
    [InlineData("public int Ask() => new List<int> { 1 }.Count + new Names { 1 }.GetHashCode();")]
    public Task MethodThatCannotBeConverted_IsLeftAlone(string member) => ConversionCheck.VerifyNothingIsOfferedAsync(
        $$"""
        public class Root
        {
            public virtual string ToUpper() => ToUpperCore();
            protected virtual string ToUpperCore() => "";
        }

        public class Names : System.Collections.IEnumerable
        {
            public void Add(int number, [CallerMemberName] string name = "") { }
            public System.Collections.IEnumerator GetEnumerator() => null!;
        }

        [LlmComponent("sample")]
        public partial class Sample : Root
        {
            {{member}}
        }
        """);

    [Fact]
    public Task CoreNameThatTakesOtherArguments_IsNoHindrance() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            public int Ask() => AskCore(1);

            private int AskCore(int number) => number;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial int Ask();

            private int AskCore() => AskCore(1);

            private int AskCore(int number) => number;
        }
        """);
}
