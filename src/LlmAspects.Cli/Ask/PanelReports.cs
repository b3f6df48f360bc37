using LlmAspects.Cli.Models;
using LlmAspects.Cli.Reports;
using LlmAspects.Components.Ensembling;

namespace LlmAspects.Cli.Ask;

/// <summary>Collects what a panel says about its answer.</summary>
internal static class PanelReports
{
    public static PanelReport Create(EnsembleResult result, IReadOnlyList<EnsembleMember> members)
    {
        var weights = members.ToDictionary(member => member.ModelId, member => member.Weight, StringComparer.Ordinal);
        return new PanelReport(result.Strategy, result.Confidence, result.IsCalibrated, result.Guard, [.. result.Contributions.Select(one => Describe(one, weights[one.ModelId]))]);
    }

    private static PanelMemberReport Describe(MemberContribution one, double weight) => new(
        one.ModelId, weight, one.Weight, one.Cluster + 1, one.Quality, one.Latency.TotalMilliseconds, one.Cost, LocalModels.Contains(one.ModelId), one.State, one.Error?.ToString(), one.Response?.Text);
}
