namespace LlmAspects.Components.Quality;

/// <summary>Joins the parts of a report by the weights of its profile. A part that is missing is left out and named, never replaced by a number.</summary>
internal static class OverallScorer
{
    /// <summary>Below this share of the weights the parts that are there say too little of the whole.</summary>
    private const double MinWeight = 0.5;

    public static QualityScore Score(QualityReport report, QualityProfile profile)
    {
        QualityWeights weights = QualityProfiles.WeightsOf(profile);
        (string Name, double? Value, double Weight)[] parts =
        [
            ("accuracy", report.Accuracy.Value, weights.Accuracy),
            ("consistency", report.Consistency.Value, weights.Consistency),
            ("clarity", report.Clarity.Value, weights.Clarity),
            ("safety", report.Safety.Value, weights.Safety),
            ("hallucination risk", 1 - report.HallucinationRisk.Value, weights.Hallucination),
        ];
        double known = parts.Where(static part => part.Value is not null).Sum(static part => part.Weight);
        string missing = string.Join(", ", parts.Where(static part => part.Value is null).Select(static part => part.Name));
        if (known < MinWeight)
        {
            return new QualityScore(null, $"Too little could be measured; missing: {missing}.");
        }

        double score = parts.Sum(static part => (part.Value ?? 0) * part.Weight) / known;
        string name = profile.ToString().ToLowerInvariant();
        return new QualityScore(score, missing.Length == 0 ? $"By the profile '{name}'." : $"By the profile '{name}'; missing: {missing}.");
    }
}
