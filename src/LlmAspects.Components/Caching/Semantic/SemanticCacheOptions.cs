namespace LlmAspects.Components.Caching.Semantic;

/// <summary>When a stored answer serves a question that is worded differently. Everything else of the request must be equal.</summary>
public sealed record SemanticCacheOptions
{
    /// <summary>The least similarity that is served until enough feedback is there, above 0 to 1; see <see cref="QuestionMatch.Similarity"/>. The default is 1: the terms must be the same.</summary>
    public double MinSimilarity { get; init; } = 1;

    /// <summary>The most wrong answers in all similar hits that the learned threshold tolerates, above 0 and below 1. The default is 0.05.</summary>
    public double MaxFalseHitRate { get; init; } = 0.05;

    /// <summary>How sure the learned threshold is of that, from 0.5 to below 1. The default is 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    internal void Validate()
    {
        Require(MinSimilarity is > 0 and <= 1, nameof(MinSimilarity), MinSimilarity);
        Require(MaxFalseHitRate is > 0 and < 1, nameof(MaxFalseHitRate), MaxFalseHitRate);
        Require(Confidence is >= 0.5 and < 1, nameof(Confidence), Confidence);
    }

    private static void Require(bool isValid, string name, double value)
    {
        if (!isValid)
        {
            throw new ArgumentOutOfRangeException(name, value, "The value is out of range.");
        }
    }
}
