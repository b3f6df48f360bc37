namespace LlmAspects.Components.Caching.Semantic;

/// <summary>What keeps two questions apart, however many words they share.</summary>
internal static class QuestionGates
{
    /// <summary>Why one must not have the answer of the other, or null.</summary>
    public static string? FindObstacle(QuestionForm left, QuestionForm right)
    {
        if (left.Terms.Length == 0 || right.Terms.Length == 0)
        {
            return "One of them is about nothing that can be compared.";
        }

        return left.Kind != right.Kind ? "They ask for different things."
            : !left.Numbers.AsSpan().SequenceEqual(right.Numbers) ? "Their numbers differ."
            : left.Negations != right.Negations ? "One of them is negated."
            : !left.Quoted.AsSpan().SequenceEqual(right.Quoted) ? "They quote different words."
            : !left.Names.IsSubsetOf(right.Stems) || !right.Names.IsSubsetOf(left.Stems) ? "They name different things."
            : !left.Capitals.AsSpan().SequenceEqual(right.Capitals) ? "A word of theirs means something else with a capital."
            : !IsImpersonal(left.Kind) && !left.Persons.AsSpan().SequenceEqual(right.Persons) ? "They speak of different people."
            : left.IsPast != right.IsPast ? "One of them is about the past."
            : TurnsRound(left, right) ? "They hold opposite words."
            : !SameOrder(left, right) ? "Their words are in another order."
            : null;
    }

    // How one does something does not depend on who asks.
    private static bool IsImpersonal(QuestionKind kind) => kind is QuestionKind.HowTo or QuestionKind.Difference or QuestionKind.Why;

    private static bool TurnsRound(QuestionForm left, QuestionForm right) =>
        left.Stems.Any(word => !right.Stems.Contains(word) && right.Stems.Any(other => !left.Stems.Contains(other) && QuestionWords.AreOpposites(word, other)));

    private static bool SameOrder(QuestionForm left, QuestionForm right) =>
        left.Terms.Where(right.Terms.Contains).SequenceEqual(right.Terms.Where(left.Terms.Contains), StringComparer.Ordinal);
}
