namespace LlmAspects.Components.Quality;

/// <summary>The one table of profiles: which task has which, and what each part of the overall score weighs.</summary>
internal static class QualityProfiles
{
    public static QualityProfile For(LlmTask task) => task switch
    {
        LlmTask.Code => QualityProfile.Code,
        LlmTask.QuestionAnswering or LlmTask.Summarization or LlmTask.Classification or LlmTask.Analysis or LlmTask.Reasoning => QualityProfile.Factual,
        LlmTask.Generation => QualityProfile.Creative,
        _ => QualityProfile.General,
    };

    public static QualityWeights WeightsOf(QualityProfile profile) => profile switch
    {
        QualityProfile.Code => new(Accuracy: 0.45, Consistency: 0.10, Clarity: 0.15, Safety: 0.10, Hallucination: 0.20),
        QualityProfile.Factual => new(Accuracy: 0.35, Consistency: 0.15, Clarity: 0.10, Safety: 0.10, Hallucination: 0.30),
        QualityProfile.Creative => new(Accuracy: 0.10, Consistency: 0.10, Clarity: 0.45, Safety: 0.25, Hallucination: 0.10),
        _ => new(Accuracy: 0.30, Consistency: 0.15, Clarity: 0.20, Safety: 0.15, Hallucination: 0.20),
    };
}
