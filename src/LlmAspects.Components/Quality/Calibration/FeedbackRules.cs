namespace LlmAspects.Components.Quality.Calibration;

/// <summary>What feedback must be.</summary>
internal static class FeedbackRules
{
    public static void Require(IReadOnlyList<QualityFeedback> feedback)
    {
        foreach (QualityFeedback one in feedback)
        {
            if (one.Score is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(feedback), one.Score, "A score must be from 0 to 1.");
            }
        }
    }
}
