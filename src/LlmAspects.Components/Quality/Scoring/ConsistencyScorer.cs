using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Quality;

/// <summary>
/// Self-consistency: how far other answers to the same question support the statements of this one. What a model made up differs from sample to sample; after
/// SelfCheckGPT (Manakul et al., 2023, https://arxiv.org/abs/2303.08896), with the groundedness of this library in place of a model.
/// </summary>
internal static class ConsistencyScorer
{
    public static QualityScore Score(IReadOnlyList<Claim> claims, IReadOnlyList<string> samples)
    {
        string[] usable = [.. samples.Where(static sample => !string.IsNullOrWhiteSpace(sample))];
        if (usable.Length == 0)
        {
            return new QualityScore(null, "There are no other answers to compare with.");
        }

        if (claims.Count == 0)
        {
            return new QualityScore(null, "The answer makes no statement that could be compared.");
        }

        double mean = usable.Average(sample => Support(claims, new EvidenceIndex([new RetrievedChunk("", 0, sample, 0)])));
        return new QualityScore(mean, $"How far {usable.Length} other answers support its statements.");
    }

    private static double Support(IReadOnlyList<Claim> claims, EvidenceIndex index) =>
        claims.Sum(claim => claim.Weight * GroundednessScorer.Score(claim.Statement, index).Score) / claims.Sum(static claim => claim.Weight);
}
