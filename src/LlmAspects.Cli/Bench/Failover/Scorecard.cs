using System.Globalization;
using System.Text;

namespace LlmAspects.Cli.Bench.Failover;

/// <summary>The result of a run.</summary>
/// <param name="Profile">The profile that was played.</param>
/// <param name="Scale">What its times are multiplied with.</param>
/// <param name="Clients">The clients in order.</param>
internal sealed record Scorecard(BenchProfile Profile, double Scale, IReadOnlyList<ClientScore> Clients)
{
    private const int LongestError = 120;

    /// <summary>The scorecard for a terminal.</summary>
    public string ToText()
    {
        int width = Clients.Max(client => client.Title.Length);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"Client".PadRight(width)}  Pass  Partial  Safe  Fail  Run, s  Scenarios\n");
        foreach (ClientScore client in Clients)
        {
            text.Append(CultureInfo.InvariantCulture, $"{client.Title.PadRight(width)}  {client.Passed,4}  {client.Partial,7}  {client.Safe,4}  {client.Failed,4}  {client.RunTime,6:0.0}  {client.Letters}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nP pass, p partial, s safe, F fail; {IdsOf(Clients[0])}; times x {Scale}, limits below at full scale.\n");
        foreach (ClientScore client in Clients)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{client.Title}: {client.Limits}\n");
            AppendMisses(text, client);
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>The scenarios that were played, in the order of the letters.</summary>
    public static string IdsOf(ClientScore client) => client.Scenarios is [var only] ? only.Id : $"{client.Scenarios[0].Id} to {client.Scenarios[^1].Id}";

    /// <summary>What kept a scenario from a pass: checks, then the beginning of the error.</summary>
    public static string WhyNot(ScenarioResult result)
    {
        string? end = result switch
        {
            { Facts.Outcome: CallOutcome.Hang } => "did not end in time",
            { Facts.TruncatedSuccess: true } => "success without the whole answer",
            { Facts.Outcome: CallOutcome.Success, Verdict: Verdict.Partial, Missed: [] } => "answered where a refusal was due",
            { Facts.Error: { Length: > LongestError } error } => $"{error[..LongestError]}...",
            _ => result.Facts.Error,
        };
        return string.Join("; ", end is null ? result.Missed : [.. result.Missed, end]);
    }

    private static void AppendMisses(StringBuilder text, ClientScore client)
    {
        foreach (ScenarioResult result in client.Scenarios.Where(result => result.Verdict != Verdict.Pass))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {result.Letter} {result.Id} {result.Title}: {WhyNot(result)}\n");
        }
    }
}
