using Verify = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Configuration.NameIsNotSnakeCaseAnalyzer, LlmAspects.CodeFixes.Names.SnakeCaseCodeFix>;

namespace LlmAspects.CodeFixes.Tests.Names;

public class SnakeCaseCodeFixTests
{
    [Fact]
    public Task Literals_AreWrittenInSnakeCase() => Verify.VerifyAsync(
        """"
        [LlmComponent({|LLMA2007:"LlmRouter"|})]
        public partial class Sample
        {
            [ErrorContext(Operation = {|LLMA2007:@"Ask Model"|}), TracePerformance(Component = {|LLMA2007:"""Router"""|})]
            public partial int Ask();
            private int AskCore() => 1;
        }
        """",
        """
        [LlmComponent("llm_router")]
        public partial class Sample
        {
            [ErrorContext(Operation = "ask_model"), TracePerformance(Component = "router")]
            public partial int Ask();
            private int AskCore() => 1;
        }
        """);

    [Fact]
    public Task Constant_HasNoFix()
    {
        const string Source = """
            [LlmComponent({|LLMA2007:Name|})]
            public partial class Sample
            {
                private const string Name = "LlmRouter";
            }
            """;
        return Verify.VerifyAsync(Source, Source);
    }
}
