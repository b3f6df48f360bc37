using System.Globalization;
using System.Text;
using LlmAspects.Cli.Reports;

namespace LlmAspects.Cli.Bench.Failover;

/// <summary>The scorecard for a page.</summary>
internal static class ScorecardMarkdown
{
    public static string Write(Scorecard card)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Failover benchmark, profile {(card.Profile == BenchProfile.Full ? "full" : "fast")} (times x {card.Scale})\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| Client | Pass | Partial | Safe | Fail | Run, s | {Scorecard.IdsOf(card.Clients[0])} |\n|---|---:|---:|---:|---:|---:|---|\n");
        foreach (ClientScore client in card.Clients)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Markdown.Escape(client.Title)} | {client.Passed} | {client.Partial} | {client.Safe} | {client.Failed} | {client.RunTime:0.0} | `{client.Letters}` |\n");
        }

        text.Append("\nP pass, p partial, s safe, F fail.\n");
        foreach (ClientScore client in card.Clients)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Markdown.Escape(client.Title)}\n\n{Markdown.Escape(client.Limits)}\n\n| | Scenario | Time, s | Calls of first + backup | Missed, error |\n|---|---|---:|---:|---|\n");
            foreach (ScenarioResult result in client.Scenarios)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {result.Letter} | {result.Id} {Markdown.Escape(result.Title)} | {result.Facts.WallTime:0.00} | {result.Facts.PrimaryTimes.Count} + {result.Facts.BackupAttempts} | {Markdown.Escape(Scorecard.WhyNot(result))} |\n");
            }
        }

        return text.ToString();
    }
}
