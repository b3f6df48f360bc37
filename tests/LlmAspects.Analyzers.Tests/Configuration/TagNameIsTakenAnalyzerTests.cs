using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.TagNameIsTakenAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class TagNameIsTakenAnalyzerTests
{
    [Theory]
    [InlineData("", "it is empty; name what it tells, for example \"llm.model\"")]
    [InlineData("error.type", "the library writes it itself; choose another name")]
    [InlineData("llmaspects.component", "the library writes it itself; choose another name")]
    [InlineData("given", "another tag of the method has it; choose another name")]
    public Task WrongName_IsReportedAtItsArgument(string name, string problem) => Verify.VerifyMessageAsync(
        $$"""
        public partial class Router
        {
            [Tag("given", "{number}"), ErrorContext] public partial int Ask([Tag({|#0:"{{name}}"|})] int number);
            private int AskCore(int number) => number;
        }
        """,
        $"The tag '{name}' needs another name: {problem}");

    [Fact]
    public Task WrongNameOfATagWithPath_IsNamedByIt() => Verify.VerifyMessageAsync("""
        public partial class Router
        {
            [Tag({|#0:"error.type"|}, "{number}"), ErrorContext] public partial int Ask(int number);
            private int AskCore(int number) => number;
        }
        """,
        "The tag 'error.type' needs another name: the library writes it itself; choose another name");

    [Fact]
    public Task WrongNameOnAnAccessor_IsReportedOnce() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext] public partial int this[[Tag({|LLMA2002:""|})] int number] { get; set; }
            private int GetItemCore(int number) => number;
            private void SetItemCore(int number, int value) { }
        }
        """);

    [Fact]
    public Task NameOfTheParameter_IsNotReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [Tag("given", "{number}"), ErrorContext] public partial int Ask([Tag] int number);
            private int AskCore(int number) => number;
        }
        """);
}
