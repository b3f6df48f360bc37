using System.Globalization;
using LlmAspects.Tracing;

namespace LlmAspects.Cli.Ask;

/// <summary>Draws a span and what it called as a tree of lines.</summary>
internal static class TraceTree
{
    private const string OwnPrefix = "llmaspects.";
    private const int TagLength = 32;

    public static IEnumerable<string> Draw(TraceNode root)
    {
        foreach (string line in Draw(root, "", ""))
        {
            yield return line;
        }

        if (root.DroppedSpans > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"({root.DroppedSpans} more are not shown)");
        }
    }

    private static IEnumerable<string> Draw(TraceNode node, string first, string rest)
    {
        yield return first + Describe(node);
        for (int i = 0; i < node.Children.Count; i++)
        {
            bool last = i == node.Children.Count - 1;
            foreach (string line in Draw(node.Children[i], rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  ")))
            {
                yield return line;
            }
        }
    }

    private static string Describe(TraceNode node)
    {
        string duration = node.DurationMilliseconds is { } milliseconds ? string.Create(CultureInfo.InvariantCulture, $"  {milliseconds:0.00} ms") : "  not ended";
        string tags = string.Concat(node.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(DescribeTag));
        return $"{node.Name}{duration}{tags}{DescribeOutcome(node)}";
    }

    private static string DescribeOutcome(TraceNode node) => node.Outcome switch
    {
        OperationOutcome.Failed => $"  FAILED {node.ErrorType}",
        OperationOutcome.Cancelled => "  cancelled",
        OperationOutcome.DisposedEarly => "  disposed early",
        OperationOutcome.Abandoned => "  abandoned",
        _ => "",
    };

    // The report has every value in full.
    private static string DescribeTag(KeyValuePair<string, string> tag)
    {
        string name = tag.Key.StartsWith(OwnPrefix, StringComparison.Ordinal) ? tag.Key[OwnPrefix.Length..] : tag.Key;
        return $"  {name}={(tag.Value.Length <= TagLength ? tag.Value : $"{tag.Value[..TagLength]}...")}";
    }
}
