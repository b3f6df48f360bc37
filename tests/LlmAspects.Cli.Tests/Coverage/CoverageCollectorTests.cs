using LlmAspects.Cli.Coverage;
using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Cli.Tests.Coverage;

public sealed class CoverageCollectorTests
{
    private const string Chat = """
        using LlmAspects;
        namespace Sample;

        [LlmComponent("chat")]
        public partial class Chat
        {
            [ErrorContext, TracePerformance] public partial int Ask(int question);
            [ErrorContext, TracePerformance] public partial int Ask(string question);
            private int AskCore(int question) => question;
            private int AskCore(string question) => question.Length;

            [ErrorContext] public partial void Send(int number);
            private void SendCore(int number) { }

            public string Plain<T>(T value) => "";

            [NoAspects("Takes no time.")] public int Exempt() => 1;
            internal void NotPublic() { }

            public class Nested { public void NotDemanded() { } }
        }

        public partial class ByTheWay
        {
            [TracePerformance] public partial int Model { get; set; }
            private int GetModelCore() => 1;
            private void SetModelCore(int value) { }
        }
        """;

    [Fact]
    public void Components_AreCountedByName()
    {
        var components = Collect(("/src/App/App.csproj", Chat)).Components;

        components.Select(static component => (component.Name, component.Project, component.Required, component.Covered, component.Operations)).ShouldBe(
        [
            ("by_the_way", "App", 0, 0, 2),
            ("chat", "App", 4, 2, 1),
        ]);
    }

    [Fact]
    public void MethodsThatLackAspects_AreNamedWithFileAndLine()
    {
        var missing = Collect(("/src/App/App.csproj", Chat)).Components.Single(static component => component.Name == "chat").Missing;

        missing.Select(static method => $"{method.File}({method.Line}): {method.Method} lacks {string.Join(", ", method.Aspects)}").ShouldBe(
        [
            "App/Chat.cs(12): Chat.Send(int) lacks TracePerformance",
            "App/Chat.cs(15): Chat.Plain<T>(T) lacks ErrorContext, TracePerformance",
        ]);
    }

    [Fact]
    public void MembersThatTheCompilerWrites_AreNotCounted() =>
        Collect(("/src/App/App.csproj", "[LlmAspects.LlmComponent(\"point\")] public record Point(int X, int Y);")).Components.ShouldBeEmpty();

    [Fact]
    public void ProjectOfSeveralFrameworks_CountsOnce()
    {
        var components = Collect(("/src/App/App.csproj", Chat), ("/src/App/App.csproj", Chat)).Components;

        components.Sum(static component => component.Required).ShouldBe(4);
    }

    [Fact]
    public void ComponentOfTwoProjects_HasALineForEach()
    {
        var components = Collect(("/src/App/App.csproj", Chat), ("/src/Other/Other.csproj", Chat)).Components;

        components.Where(static component => component.Name == "chat").Select(static component => component.Project).ShouldBe(["App", "Other"]);
    }

    [Fact]
    public void ProjectWithoutTheAspects_HasNoComponents()
    {
        var collector = new CoverageCollector("/src");
        collector.Add("/src/Plain/Plain.csproj", CSharpCompilation.Create("Plain", [GeneratorRunner.Parse("public class Plain { public void Run() { } }", "/src/Plain/Plain.cs")]), NoSettings, default);

        collector.Components.ShouldBeEmpty();
    }

    private static AnalyzerConfigOptionsProvider NoSettings => new AnalyzerOptions([]).AnalyzerConfigOptionsProvider;

    private static CoverageCollector Collect(params (string Project, string Source)[] projects)
    {
        var collector = new CoverageCollector("/src");
        foreach (var (project, source) in projects)
        {
            collector.Add(project, GeneratorRunner.Compile([GeneratorRunner.Parse(source, Path.GetDirectoryName(project) + "/Chat.cs")]), NoSettings, default);
        }

        return collector;
    }
}
