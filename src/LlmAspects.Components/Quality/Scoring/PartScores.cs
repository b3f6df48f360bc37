using LlmAspects.Components.Quality.Code;

namespace LlmAspects.Components.Quality;

/// <summary>Scores that follow from others.</summary>
internal static class PartScores
{
    public static QualityScore Accuracy(QualityScore? judgement, QualityScore groundedness, IReadOnlyList<CodeCheck> code)
    {
        if (judgement is { Value: not null } judged)
        {
            return judged;
        }

        double? valid = ShareValid(code);
        string refused = judgement is { } missing ? $"{missing.Reason} " : "";
        return (groundedness.Value, valid) switch
        {
            ({ } grounded, { } well) => new QualityScore((grounded + well) / 2, $"{refused}The mean of groundedness and of the share of code blocks that are well-formed."),
            ({ } grounded, null) => new QualityScore(grounded, $"{refused}The groundedness."),
            (null, { } well) => new QualityScore(well, $"{refused}The share of code blocks that are well-formed."),
            _ => new QualityScore(null, $"{refused}There are no documents, no code that could be checked and no judge."),
        };
    }

    public static QualityScore HallucinationRisk(QualityScore groundedness, QualityScore consistency) => (groundedness.Value, consistency.Value) switch
    {
        ({ } grounded, { } consistent) => new QualityScore(1 - ((grounded + consistent) / 2), "By the documents and by other answers."),
        ({ } grounded, null) => new QualityScore(1 - grounded, "By the documents."),
        (null, { } consistent) => new QualityScore(1 - consistent, "By other answers."),
        _ => new QualityScore(null, groundedness.Reason),
    };

    private static double? ShareValid(IReadOnlyList<CodeCheck> code)
    {
        CodeCheck[] known = [.. code.Where(static check => check.IsValid is not null)];
        return known.Length == 0 ? null : known.Average(static check => check.IsValid is true ? 1.0 : 0.0);
    }
}
