using LlmAspects.Components.Orchestration;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Orchestration;

public class WorkflowTests
{
    [Fact]
    public void Cycle_NamesItsNodesInTheirOrder()
    {
        InvalidWorkflowException error = Should.Throw<InvalidWorkflowException>(() => new WorkflowBuilder()
            .Add("start", "p").Add("a", "p", "start", "c").Add("b", "p", "a").Add("c", "p", "b").Add("behind", "p", "c").Build());

        (error.ErrorCode, error.Component).ShouldBe(("workflow_cycle", "multi_llm_orchestrator"));
        error.Nodes.Order().ShouldBe(["a", "b", "c"]);
        error.Message.ShouldContain("'a' needs 'c' needs 'b' needs 'a'");
    }

    [Fact]
    public void NodeThatNeedsItself_IsACycle() =>
        Should.Throw<InvalidWorkflowException>(() => new WorkflowBuilder().Add("a", "p", "a").Build()).Nodes.ShouldBe(["a"]);

    [Fact]
    public void UnknownDependency_NamesBoth()
    {
        InvalidWorkflowException error = Should.Throw<InvalidWorkflowException>(() => new WorkflowBuilder().Add("a", "p", "ghost").Build());

        error.ErrorCode.ShouldBe("unknown_dependency");
        error.Nodes.ShouldBe(["a", "ghost"]);
    }

    [Fact]
    public void IdThatOccursTwice_IsRefused()
    {
        InvalidWorkflowException error = Should.Throw<InvalidWorkflowException>(() => new WorkflowBuilder().Add("a", "p").Add("a", "q").Build());

        (error.ErrorCode, error.Nodes.Single()).ShouldBe(("duplicate_node", "a"));
    }

    public static TheoryData<string, WorkflowNode> Wrong => new()
    {
        { "empty id", new WorkflowNode("", "p") },
        { "long id", new WorkflowNode(new string('a', 101), "p") },
        { "colon in the id", new WorkflowNode(":plan", "p") },
        { "empty prompt", new WorkflowNode("a", " ") },
        { "no fallback", new WorkflowNode("a", "p") { OnFailure = NodeFailurePolicy.Fallback } },
        { "unused fallback", new WorkflowNode("a", "p") { FallbackText = "x" } },
        { "no time", new WorkflowNode("a", "p") { TimeLimit = TimeSpan.Zero } },
        { "negative retries", new WorkflowNode("a", "p") { MaxRetries = -1 } },
        { "quality above 1", new WorkflowNode("a", "p") { QualityThreshold = 1.1 } },
        { "no such policy", new WorkflowNode("a", "p") { OnFailure = (NodeFailurePolicy)9 } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void ValueThatIsNotAllowed_IsRefused(string what, WorkflowNode node) =>
        Should.Throw<InvalidWorkflowException>(() => new Workflow([node]), what).ErrorCode.ShouldBe("invalid_node");

    [Fact]
    public void WithoutANode_IsRefused() => Should.Throw<InvalidWorkflowException>(() => new Workflow([])).ErrorCode.ShouldBe("invalid_node");

    [Fact]
    public void Order_PutsDependenciesFirst() =>
        new WorkflowBuilder().Add("end", "p", "b", "a").Add("b", "p", "a").Add("a", "p").Build().GetOrder().ShouldBe(["a", "b", "end"]);

    [Fact]
    public void DefinitionHash_ChangesWithWhatIsAskedAndNotWithLimits()
    {
        var node = new WorkflowNode("a", "p");
        string hash = new Workflow([node]).DefinitionHash;

        new Workflow([node with { TimeLimit = TimeSpan.FromSeconds(1), MaxRetries = 7, QualityThreshold = 0.1, OnFailure = NodeFailurePolicy.Skip }]).DefinitionHash.ShouldBe(hash);
        WorkflowNode[] changed =
        [
            node with { Id = "b" }, node with { Prompt = "q" }, node with { Instructions = "" }, node with { ModelId = "m" }, node with { Task = LlmTask.Code },
            node with { ResponseFormat = ChatResponseFormat.Json }, node with { OnFailure = NodeFailurePolicy.Fallback, FallbackText = "x" },
            node with { OnFailure = NodeFailurePolicy.Fallback, FallbackModelId = "x" },
        ];
        changed.Select(one => new Workflow([one]).DefinitionHash).Append(hash).Distinct().Count().ShouldBe(changed.Length + 1);
    }

    [Fact]
    public void DefinitionHash_TellsWhereOneValueEnds() =>
        new Workflow([new WorkflowNode("a", "bc")]).DefinitionHash.ShouldNotBe(new Workflow([new WorkflowNode("ab", "c")]).DefinitionHash);
}
