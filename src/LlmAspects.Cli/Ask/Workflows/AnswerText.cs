using LlmAspects.Cli.Reports;

namespace LlmAspects.Cli.Ask.Workflows;

/// <summary>The answer of a workflow with the numbers of its citations.</summary>
/// <param name="Answer">The text.</param>
/// <param name="Citations">The citations that it holds.</param>
internal sealed record AnswerText(string Answer, IReadOnlyList<CitationReport> Citations)
{
    /// <summary>Takes the citations of the parts whose text stands in the answer; what a model wrote anew has none of its own.</summary>
    public static AnswerText Of(string text, IReadOnlyList<WorkflowPart> parts)
    {
        WorkflowPart[] kept = [.. parts.Where(part => text.Contains(part.Node.Text!, StringComparison.Ordinal))];
        if (kept.Length > 1 && kept.Any(part => part.Citations.IsMarked))
        {
            // Numbers that models wrote count the pieces of their own part: beside each other they would say something else.
            return new AnswerText(text, []);
        }

        int from = 0;
        foreach (WorkflowPart part in kept)
        {
            int at = text.IndexOf(part.Node.Text!, from, StringComparison.Ordinal);
            if (at >= 0)
            {
                text = string.Concat(text.AsSpan(0, at), part.Citations.Answer, text.AsSpan(at + part.Node.Text!.Length));
                from = at + part.Citations.Answer.Length;
            }
        }

        return new AnswerText(text, [.. kept.SelectMany(part => part.Citations.Reports)]);
    }
}
