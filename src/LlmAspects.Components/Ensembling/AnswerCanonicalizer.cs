namespace LlmAspects.Components.Ensembling;

/// <summary>Finds the answer in what a model wrote and brings it into the form that all equal answers share. Pure.</summary>
public static class AnswerCanonicalizer
{
    private static readonly AnswerKind[] StrictKinds = [AnswerKind.Json, AnswerKind.Choice, AnswerKind.Number];

    /// <summary>Brings an answer into its canonical form.</summary>
    /// <param name="text">What a model wrote.</param>
    /// <param name="kind">The kind of the answer; <see cref="AnswerKind.Automatic"/> takes the one that the text has by itself.</param>
    /// <returns><see langword="null"/> when the text holds no answer of that kind.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static CanonicalAnswer? Canonicalize(string text, AnswerKind kind = AnswerKind.Automatic)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (kind == AnswerKind.Automatic)
        {
            kind = DetectKind([text]);
        }

        string? value = kind switch
        {
            AnswerKind.Number => NumberAnswer.Read(text, marked: false),
            AnswerKind.Choice => ChoiceAnswer.Read(text),
            AnswerKind.Json => JsonAnswer.Read(text),
            AnswerKind.Text => TextAnswer.Read(text).Form,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of answer."),
        };
        return string.IsNullOrEmpty(value) ? null : new CanonicalAnswer(kind, value);
    }

    /// <summary>The kind that more than half of some answers have: JSON, a choice, a number that stands alone or is marked as the answer; else free text.</summary>
    /// <param name="texts">What models wrote.</param>
    public static AnswerKind DetectKind(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        foreach (AnswerKind kind in StrictKinds)
        {
            if (texts.Count(text => IsMarked(text, kind)) * 2 > texts.Count)
            {
                return kind;
            }
        }

        return AnswerKind.Text;
    }

    // A number somewhere in a sentence does not make the sentence a number.
    private static bool IsMarked(string text, AnswerKind kind) => kind switch
    {
        AnswerKind.Json => JsonAnswer.Read(text) is ['{' or '[', ..],
        AnswerKind.Choice => ChoiceAnswer.Read(text) is not null,
        _ => NumberAnswer.Read(text, marked: true) is not null,
    };
}
