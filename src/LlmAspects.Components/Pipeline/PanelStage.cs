using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Pipeline;

/// <summary>The panel in the place of router and failover. Its members enter the pipeline again, at the cache, each with its own model pinned.</summary>
internal sealed class PanelStage(MultiModelEnsembler ensembler)
{
    public Task<EnsembleResult> AskAsync(PreparedRequest request, CancellationToken cancellationToken) =>
        ensembler.AskAsync(new EnsembleRequest(request.Messages) { Options = request.Options, Kind = request.Options.AnswerKind }, cancellationToken);

    /// <summary>What the pipeline knows of its members' calls.</summary>
    public static PanelHost HostOf(ModelCatalog catalog) => new(
        static candidate => candidate.Response.TryGetDetails(out LlmResponseDetails? details) ? details.Quality?.Groundedness.Value : null,
        static answer => answer.Response?.TryGetDetails(out LlmResponseDetails? details) == true ? details.Cost : null,
        id => catalog.TryGet(id, out ModelInfo? model) ? model.MaxOutputTokens : null);

    /// <summary>What tells the answers of this panel from those of another one, or of a model.</summary>
    public static string VersionOf(IEnumerable<EnsembleMember> members, EnsembleOptions options) =>
        FormattableString.Invariant($"panel {options.Strategy}: {string.Join(", ", members.Select(static member => FormattableString.Invariant($"{member.ModelId} {member.Weight:R}")))}");
}
