namespace LlmAspects.Components.Caching.Semantic;

/// <summary>How much two questions ask for the same.</summary>
/// <param name="Similarity">From 0 (nothing in common) to 1 (the same terms): the part of their terms (English stems, synonyms as one) that both have; long words weigh more, and words that differ in part count in part.</param>
/// <param name="Obstacle">Why one must not have the answer of the other, whatever the similarity; <see langword="null"/> when nothing is in the way.</param>
public readonly record struct QuestionMatch(double Similarity, string? Obstacle)
{
    /// <summary>Compares two English questions. What they ask for, numbers, negations, names, quotations, persons, tense, opposite words and order of words must agree.</summary>
    /// <param name="left">One question.</param>
    /// <param name="right">The other.</param>
    public static QuestionMatch Of(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Of(QuestionForm.Of(left), QuestionForm.Of(right));
    }

    internal static QuestionMatch Of(QuestionForm left, QuestionForm right) => new(QuestionOverlap.Of(left, right), QuestionGates.FindObstacle(left, right));
}
