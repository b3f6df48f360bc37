using System.Globalization;
using LlmAspects.Cli.Reports;
using LlmAspects.Components.Orchestration;

namespace LlmAspects.Cli.Ask.Workflows;

/// <summary>A workflow in words and as a table, the same for terminal and report.</summary>
internal static class WorkflowText
{
    public static string Summary(WorkflowReport workflow) => string.Create(
        CultureInfo.InvariantCulture,
        $"{workflow.Strategy.ToString().ToLowerInvariant()}, {workflow.Nodes.Count} {(workflow.Nodes.Count == 1 ? "node" : "nodes")}, {DivisionOf(workflow.DividedBy)}, {workflow.Calls} {(workflow.Calls == 1 ? "call" : "calls")} answered");

    private static string DivisionOf(DecompositionSource source) => source switch
    {
        DecompositionSource.Whole => "not divided",
        DecompositionSource.Rules => "divided by its numbers or question marks",
        _ => "divided by a model",
    };

    /// <summary>The rows of the table, the titles first; three columns of names.</summary>
    public static string[][] RowsOf(WorkflowReport workflow) =>
        [["Node", "State", "Model", "Quality", "Confidence", "Calls", "Duration", "Cost"], .. workflow.Nodes.Select(RowOf)];

    private static string[] RowOf(NodeReport node) =>
    [
        node.Id,
        node.State.ToString().ToLowerInvariant(),
        CellText.Name(node.Model),
        CellText.Figure(node.Quality, "0.00"),
        CellText.Figure(node.Confidence, "0.00"),
        CellText.Figure(node.Calls, "0"),
        CellText.Milliseconds(node.DurationMilliseconds),
        CellText.Cost(node.Cost, node.Local),
    ];
}
