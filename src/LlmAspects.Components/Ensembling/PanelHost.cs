namespace LlmAspects.Components.Ensembling;

/// <summary>A pipeline around a panel: its members' calls are measured and priced there, and take over what the panel reserved for them.</summary>
/// <param name="Quality">The quality that was measured of an answer.</param>
/// <param name="Cost">What a call cost; 0 for a stored answer.</param>
/// <param name="MaxOutputTokens">The most that a model writes, where it is known.</param>
internal sealed record PanelHost(Func<EnsembleCandidate, double?> Quality, Func<MemberAnswer, decimal?> Cost, Func<string, int?> MaxOutputTokens);
