using LlmAspects.Components.Orchestration;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Orchestration;

public class DecompositionTests
{
    private const string Plan = """{"subtasks":[{"id":"a","prompt":"first","depends_on":[]},{"id":"b","prompt":"second","depends_on":["a"]}]}""";

    [Fact]
    public async Task PlanOfAModel_IsCarriedOut()
    {
        var bench = new WorkflowBench(call => call.Prompt == "request" ? Plan : call.Prompt.ToUpperInvariant(), Options());

        WorkflowResult result = await RunAsync(bench, "request");

        result.Text.ShouldBe("SECOND");
        result.Decomposition!.Source.ShouldBe(DecompositionSource.Model);
        result.Nodes.Select(node => node.NodeId).ShouldBe(["a", "b"]);
        bench.Calls.Select(call => call.Model).ShouldBe(["chief", null, null]);
        bench.Calls[0].Options.ResponseFormat.ShouldBeOfType<ChatResponseFormatJson>().Schema.ShouldNotBeNull();
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "text around it", "Sure! " + Plan },
        { "unknown member", """{"subtasks":[],"more":1}""" },
        { "no list", "{}" },
        { "null", "null" },
        { "null part", """{"subtasks":[null]}""" },
        { "null dependency", """{"subtasks":[{"id":"a","prompt":"p","depends_on":[null]}]}""" },
        { "member twice", """{"subtasks":[{"id":"a","id":"b","prompt":"p","depends_on":[]}]}""" },
        { "two values", Plan + Plan },
        { "no part", """{"subtasks":[]}""" },
        { "cycle", """{"subtasks":[{"id":"a","prompt":"p","depends_on":["b"]},{"id":"b","prompt":"p","depends_on":["a"]}]}""" },
        { "unknown dependency", """{"subtasks":[{"id":"a","prompt":"p","depends_on":["c"]}]}""" },
        { "too many", $$"""{"subtasks":[{{string.Join(',', Enumerable.Range(0, 21).Select(part => $$"""{"id":"p{{part}}","prompt":"p","depends_on":[]}"""))}}]}""" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task PlanThatIsWrong_IsRepairedByAskingAgain(string what, string wrong)
    {
        var bench = new WorkflowBench(call => call.Earlier == 0 ? wrong : Plan, Options());

        Decomposition plan = await bench.Orchestrator.DecomposeAsync(new WorkflowRequest("request"));

        (plan.Source, bench.Calls.Count).ShouldBe((DecompositionSource.Model, 2), what);
        bench.Calls[1].Messages[^2].Text.ShouldBe(wrong);
    }

    [Fact]
    public async Task ModelThatNeverPlans_LeavesItToTheNumbers()
    {
        var bench = new WorkflowBench(call => call.Options.ResponseFormat is null ? call.Prompt : "no", Options());

        WorkflowResult result = await RunAsync(bench, "Of Oslo:\n1. Who rules it?\n2. How old is it?");

        result.Decomposition!.Source.ShouldBe(DecompositionSource.Rules);
        result.Nodes.Select(node => node.Text).ShouldBe(["Of Oslo:\n\nWho rules it?", "Of Oslo:\n\nHow old is it?"]);
        result.Decisions.ShouldContain(decision => decision.Reason.Contains(nameof(BadAnswerException), StringComparison.Ordinal));
        bench.Calls.Count(call => call.Options.ResponseFormat is not null).ShouldBe(4);
    }

    [Fact]
    public async Task SimpleRequest_IsAskedAsItIsWithoutAPlan()
    {
        var bench = new WorkflowBench(_ => "Oslo", new OrchestratorOptions());

        WorkflowResult result = await RunAsync(bench, "What is the capital of Norway?");

        (result.Text, result.Decomposition!.Source, bench.Calls.Count).ShouldBe(("Oslo", DecompositionSource.Whole, 1));
    }

    [Theory]
    [InlineData("1. a\n2. b", "", "a", "b")]
    [InlineData("Do:\n1) a\nmore\n2) b", "Do:", "a\nmore", "b")]
    [InlineData("(a) x\n(b) y\n(c) z", "", "x", "y", "z")]
    [InlineData("I live here. Who is he? Where is she? Be brief.", "I live here.", "Who is he?", "Where is she? Be brief.")]
    [InlineData("Who? I wonder. Where?", "", "Who?", "I wonder. Where?")]
    [InlineData("Do:\na) sum\nb) divide", "Do:", "sum", "divide")]
    [InlineData("On Oslo.\na. Who?\nb. Why?", "On Oslo.", "Who?", "Why?")]
    [InlineData("Which is largest? Why?\nA. Mars\nB. Jupiter\nC. Saturn", "")]
    [InlineData("1. a", "")]
    [InlineData("Only one question?", "")]
    [InlineData("1999. was long ago\n2000. was later", "")]
    [InlineData("2. b\n3. c", "")]
    [InlineData("```\n1. a\n2. b\n```", "")]
    [InlineData("", "")]
    public void Rules_FindNumbersAndQuestions(string text, string preamble, params string[] parts)
    {
        RequestParts found = RequestParts.Of(text);

        found.Parts.ShouldBe(parts);
        (found.Parts.IsEmpty ? "" : found.Preamble).ShouldBe(preamble);
    }

    [Fact]
    public void EveryText_IsDividedWithoutAnException() =>
        CsCheck.Check.Sample(CsCheck.Gen.String[CsCheck.Gen.Char["1234.()ab?! \n`#-A\uD800"], 0, 60], text =>
        {
            RequestParts parts = RequestParts.Of(text);
            return parts.Parts.Length != 1 && parts.Parts.All(part => part.Length > 0 && text.Contains(part, StringComparison.Ordinal));
        });

    [Fact]
    public async Task Hierarchical_DividesComplexPartsAgainAndJoinsThemInTheirPart()
    {
        string hard = string.Join(' ', Enumerable.Range(1, 9).Select(part => $"Is x^2 + {part}n = {part + 1}k for every x and n - k < 7, and not {part}x > 2?"));
        var bench = new WorkflowBench(
            call => call.Options.ResponseFormat is null ? "did " + call.Prompt
                : call.Prompt == "request" ? $$"""{"subtasks":[{"id":"a","prompt":"easy","depends_on":[]},{"id":"b","prompt":"{{hard}}","depends_on":["a"]}]}"""
                : Plan,
            Options() with { Strategy = OrchestrationStrategy.Hierarchical });

        WorkflowResult result = await RunAsync(bench, "request");

        result.Nodes.Select(node => node.NodeId).ShouldBe(["a", "b.a", "b.b", "b"]);
        Workflow workflow = result.Decomposition!.Workflow;
        workflow.Find("b.a")!.DependsOn.ShouldBe(["a"]);
        workflow.Find("b.b")!.DependsOn.ShouldBe(["b.a"]);
        workflow.Find("b")!.DependsOn.ShouldBe(["a", "b.b"]);
        result.Text.ShouldBe("did " + hard);
    }

    [Fact]
    public async Task WorkflowThatIsGiven_CannotBeDivided() =>
        await Should.ThrowAsync<ArgumentException>(() => new WorkflowBench(_ => "").Orchestrator.DecomposeAsync(new WorkflowRequest(new WorkflowBuilder().Add("a", "a").Build())));

    private static OrchestratorOptions Options() => new() { Strategy = OrchestrationStrategy.Parallel, CoordinatorModelId = "chief" };

    private static Task<WorkflowResult> RunAsync(WorkflowBench bench, string text) => bench.Orchestrator.RunAsync(new WorkflowRequest(text));
}
