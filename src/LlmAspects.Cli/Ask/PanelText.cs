using System.Globalization;
using LlmAspects.Cli.Reports;
using LlmAspects.Components.Ensembling;

namespace LlmAspects.Cli.Ask;

/// <summary>A panel in words and as a table, the same for terminal and report.</summary>
internal static class PanelText
{
    public static string ConfidenceOf(PanelReport panel) => string.Create(
        CultureInfo.InvariantCulture,
        $"{panel.Confidence:0.00} ({(panel.IsCalibrated ? "calibrated" : $"not calibrated: fewer than {new PanelOptions().MinimumOutcomes} outcomes are known")})");

    public static string GuardOf(PanelReport panel) => panel.Guard switch
    {
        GuardChoice.TooFewOutcomes => "too few outcomes are known to judge: the votes decided",
        GuardChoice.NothingToDecide => "the best member says the same, or nothing",
        GuardChoice.Panel => "the panel overruled its best member",
        _ => "the best member was followed",
    };

    /// <summary>What the members' agreement is worth; <see langword="null"/> when nothing is known against it.</summary>
    public static string? AgreementOf(PanelReport panel) => panel.Members.Count(member => member.Local) > 1
        ? "the embedded models read the same sentences and err together: that they agree is worth less than the confidence says"
        : null;

    /// <summary>The rows of the table, the titles first; two columns of names.</summary>
    public static string[][] RowsOf(PanelReport panel) =>
        [["Member", "State", "Weight", "Vote", "Answer", "Quality", "Latency", "Cost"], .. panel.Members.Select(RowOf)];

    private static string[] RowOf(PanelMemberReport member) =>
    [
        member.Model,
        member.Error is { } error ? $"{WordOf(member.State)}: {error}" : WordOf(member.State),
        CellText.Figure(member.Weight, "0.###"),
        CellText.Figure(member.Vote, "0.00"),
        member.Group is { } group ? $"group {CellText.Figure(group, "0")}" : "-",
        CellText.Figure(member.Quality, "0.00"),
        CellText.Milliseconds(member.LatencyMilliseconds),
        CellText.Cost(member.Cost, member.Local),
    ];

    private static string WordOf(MemberState state) => state switch
    {
        MemberState.Answered => "answered",
        MemberState.Filtered => "below the minimum quality",
        MemberState.Failed => "failed",
        _ => "not waited for",
    };
}
