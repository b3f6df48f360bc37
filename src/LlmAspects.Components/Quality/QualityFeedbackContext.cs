namespace LlmAspects.Components.Quality;

/// <summary>A measured answer, for those who learn from it.</summary>
/// <param name="ModelId">The model that answered; <see langword="null"/> when neither response nor options name it.</param>
/// <param name="Task">What was asked for.</param>
/// <param name="Tenant">Whose request it was.</param>
/// <param name="Report">What was measured.</param>
public sealed record QualityFeedbackContext(string? ModelId, LlmTask Task, string Tenant, QualityReport Report);
