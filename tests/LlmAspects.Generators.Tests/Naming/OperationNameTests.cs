using System.Text.Json;
using LlmAspects.Testing.Generators;

namespace LlmAspects.Generators.Tests.Naming;

public class OperationNameTests
{
    [Theory]
    [InlineData("ErrorContext", "", "\"router\", \"select\"")]
    [InlineData("ErrorContext(\"a\", \"b\")", "", "\"a\", \"b\"")]
    [InlineData("TracePerformance(\"a\", \"b\")", "", "\"a\", \"b\"")]
    [InlineData("ErrorContext(Component = \"a\")", "", "\"a\", \"select\"")]
    [InlineData("TracePerformance(Operation = \"b\")", "", "\"router\", \"b\"")]
    [InlineData("ErrorContext(\"a\", \"b\", Operation = \"c\")", "", "\"a\", \"c\"")]
    [InlineData("ErrorContext", "[LlmComponent(\"llm\")]", "\"llm\", \"select\"")]
    [InlineData("ErrorContext(Component = \"a\")", "[LlmComponent(\"llm\")]", "\"a\", \"select\"")]
    [InlineData("ErrorContext(Component = null, Operation = \"\")", "[LlmComponent(\"llm\")]", "\"llm\", \"select\"")]
    [InlineData("ErrorContext(\" \", \"b\")", "[LlmComponent(\"\\t\")]", "\"router\", \"b\"")]
    [InlineData("ErrorContext(\"a\", \"b\"), TracePerformance(\"c\", \"d\")", "", "\"a\", \"b\"")]
    [InlineData("ErrorContext(Component = \"a\"), TracePerformance(\"c\", \"d\")", "", "\"a\", \"d\"")]
    [InlineData("ErrorContext, TracePerformance(Component = \"c\")", "", "\"c\", \"select\"")]
    public void Names_AreTakenFromTheAspectsThenTheComponentThenTheDefaults(string aspects, string component, string expected)
    {
        var run = GeneratorRunner.Run(Sample("Router", "SelectAsync", aspects, component));

        run.Problems.ShouldBeEmpty();
        run.Text.ShouldContain($"Operation.Create({expected}, ");
    }

    [Theory]
    [InlineData("LlmRouter", "SelectModelAsync", "SelectModel")]
    [InlineData("RAGPipeline", "ToXMLDocument", "ToXMLDocument")]
    [InlineData("Http2Client", "Get3Items", "Get3Items")]
    [InlineData("IOPath", "A", "A")]
    [InlineData("lower", "camelCase", "camelCase")]
    [InlineData("Snake_Case", "Already_snake__Case", "Already_snake__Case")]
    [InlineData("_Leading", "Trailing_", "Trailing_")]
    [InlineData("Äpfel", "ÉtéÎle", "ÉtéÎle")]
    [InlineData("İstanbul", "Iı", "Iı")]
    [InlineData("日本語Type", "Straße", "Straße")]
    [InlineData("X", "Async", "Async")]
    public void DefaultNames_AreThoseOfTheSnakeCasePolicy(string type, string method, string methodWithoutAsync)
    {
        var component = JsonNamingPolicy.SnakeCaseLower.ConvertName(type);
        var operation = JsonNamingPolicy.SnakeCaseLower.ConvertName(methodWithoutAsync);

        var run = GeneratorRunner.Run(Sample(type, method, "ErrorContext", component: ""));

        run.Text.ShouldContain($"Operation.Create(\"{component}\", \"{operation}\", ");
    }

    [Fact]
    public void NameWithQuotesAndLineFeeds_StaysALiteral()
    {
        var run = GeneratorRunner.Run(Sample("Router", "Select", """ErrorContext("a\"b\\c", "line\nfeed\u2028\0")""", component: ""));

        run.Problems.ShouldBeEmpty();
        run.Text.ShouldContain("""Operation.Create("a\"b\\c", "line\nfeed\u2028\0", """);
    }

    [Fact]
    public void SourceOfTheAssembly_IsPassedOn()
    {
        var run = GeneratorRunner.Run("[assembly: LlmAspects.LlmAspectsSource(\"Contoso.Rag\")]", Sample("Router", "Select", "ErrorContext", component: ""));

        run.Problems.ShouldBeEmpty();
        run.Text.ShouldContain("AspectKinds.ErrorContext, \"Contoso.Rag\")");
    }

    [Fact]
    public void ComponentNameOfAnOuterType_IsNotThatOfANestedOne()
    {
        var run = GeneratorRunner.Run("""
            using LlmAspects;
            [LlmComponent("outer")]
            public partial class Outer
            {
                public partial class Inner
                {
                    [ErrorContext] public partial void Run();
                    private void RunCore() { }
                }
            }
            """);

        run.Text.ShouldContain("Operation.Create(\"inner\", \"run\", ");
    }

    private static string Sample(string type, string method, string aspects, string component)
    {
        var core = method.EndsWith("Async", StringComparison.Ordinal) && method != "Async" ? method[..^5] + "CoreAsync" : method + "Core";
        return $$"""
            using LlmAspects;
            {{component}}
            public partial class {{type}}
            {
                [{{aspects}}] public partial void {{method}}();
                private void {{core}}() { }
            }
            """;
    }
}
