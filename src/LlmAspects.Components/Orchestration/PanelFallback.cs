using LlmAspects.Components.Ensembling;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>Takes the answer of the best member where the panel is not sure enough.</summary>
internal static class PanelFallback
{
    public static (ChatResponse Response, string ModelId, Decision Decision) Choose(EnsembleResult result, PanelModel panel, double threshold)
    {
        string confidence = FormattableString.Invariant($"{result.Confidence:0.00}");
        if (result.Confidence >= threshold)
        {
            return (result.Response, result.ModelId, Of(result.ModelId, $"The panel is sure enough: {confidence}."));
        }

        MemberContribution best = result.Contributions
            .Select((member, place) => (Member: member, Accuracy: panel.Accuracies[place]))
            .Where(static one => one.Member.State == MemberState.Answered)
            .MaxBy(static one => one.Accuracy).Member;
        return (best.Response!, best.ModelId, Of(best.ModelId, FormattableString.Invariant($"The panel is not sure enough ({confidence} is below {threshold:0.00}): its most accurate member that answered decides.")));
    }

    private static Decision Of(string choice, string reason) => new(MultiLlmOrchestrator.Component, choice, reason);
}
