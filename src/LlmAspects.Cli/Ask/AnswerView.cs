using System.Globalization;
using System.Text;
using LlmAspects.Cli.Ask.Workflows;
using LlmAspects.Cli.Reports;
using LlmAspects.Cli.Terminal;
using LlmAspects.Components;

namespace LlmAspects.Cli.Ask;

/// <summary>Shows an answer with everything behind it.</summary>
internal static class AnswerView
{
    private const int ExcerptLength = 160;

    public static void Show(ITerminal terminal, AnswerReport answer)
    {
        terminal.Text(answer.Answer);
        if (answer.Citations.Count > 0)
        {
            terminal.Detail("Citations:");
        }

        foreach (CitationReport citation in answer.Citations)
        {
            terminal.Text(string.Create(
                CultureInfo.InvariantCulture,
                $"  [{citation.Number}] {TerminalText.Line(citation.Document)}:{citation.Line} (offsets {citation.Start}..{citation.End})  \"{Excerpt.Of(Excerpt.WordsOf(citation.Text), ExcerptLength)}\""));
        }

        foreach ((string name, string value) in AnswerFacts.Of(answer))
        {
            terminal.Detail($"{name}: {value}");
        }

        ShowTable(terminal, "Panel:", 2, answer.Panel is { } panel ? PanelText.RowsOf(panel) : []);
        ShowTable(terminal, "Nodes:", 3, answer.Workflow is { } workflow ? WorkflowText.RowsOf(workflow) : []);
        terminal.Detail("Decisions:");
        foreach (Decision decision in answer.Decisions)
        {
            terminal.Detail($"  {decision.Component}: {decision.Choice} ({decision.Reason})");
        }

        if (answer.Trace is { } trace)
        {
            terminal.Detail("Trace:");
            foreach (string line in TraceTree.Draw(trace))
            {
                terminal.Detail($"  {line}");
            }
        }
    }

    private static void ShowTable(ITerminal terminal, string title, int names, string[][] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        terminal.Detail(title);
        var table = new StringBuilder();
        TextColumns.Append(table, names, rows);
        foreach (string line in table.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries))
        {
            terminal.Detail($"  {line}");
        }
    }
}
