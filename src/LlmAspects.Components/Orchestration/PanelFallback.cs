using LlmAspects.Components.Ensembling;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>Takes the answer of the best member where the panel is not sure enough.</summary>
internal static class PanelFallback
{
    /// <summary>Chooses between the answers of a panel that was just asked.</summary>
    public static (ChatResponse Response, string ModelId, Decision Decision) Choose(EnsembleResult result, PanelModel panel, double threshold)
    {
        if (result.Confidence >= threshold)
        {
            return (result.Response, result.ModelId, IsSure(result.ModelId, result.Confidence));
        }

        MemberContribution best = result.Contributions
            .Select((member, place) => (Member: member, Accuracy: panel.Accuracies[place]))
            .Where(static one => one.Member.State == MemberState.Answered)
            .MaxBy(static one => one.Accuracy).Member;
        return (best.Response!, best.ModelId, IsNotSure(best.ModelId, result.Confidence, threshold));
    }

    /// <summary>Chooses whose answer is taken where the panel's was stored; all members had answered it.</summary>
    /// <returns>The member, or null for the panel's own answer.</returns>
    public static (string? ModelId, Decision Decision) Choose(double confidence, IReadOnlyList<EnsembleMember> members, PanelModel panel, double threshold)
    {
        if (confidence >= threshold)
        {
            return (null, IsSure("panel", confidence));
        }

        string best = members[Enumerable.Range(0, members.Count).MaxBy(place => panel.Accuracies[place])].ModelId;
        return (best, IsNotSure(best, confidence, threshold));
    }

    private static Decision IsSure(string choice, double confidence) => Of(choice, FormattableString.Invariant($"The panel is sure enough: {confidence:0.00}."));

    private static Decision IsNotSure(string choice, double confidence, double threshold) =>
        Of(choice, FormattableString.Invariant($"The panel is not sure enough ({confidence:0.00} is below {threshold:0.00}): its most accurate member that answered decides."));

    private static Decision Of(string choice, string reason) => new(MultiLlmOrchestrator.Component, choice, reason);
}
