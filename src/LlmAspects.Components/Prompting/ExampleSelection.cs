namespace LlmAspects.Components.Prompting;

/// <summary>Chooses among the examples of a request: those whose input is like the question and that repeat one another little, as long as there is room. Examples that share no word with the question are shown only when all are so. The most fitting one is shown last, next to the question.</summary>
/// <param name="ModelId">The model whose tokenizer counts.</param>
/// <param name="MaxTokens">The most tokens that the examples may have together with the overhead of their messages, at least 0. Where tokens are only known as an interval the upper end counts.</param>
public sealed record ExampleSelection(string ModelId, int MaxTokens)
{
    /// <summary>The most examples, at least 0. The default is 5.</summary>
    public int MaxExamples { get; init; } = 5;

    /// <summary>How much difference counts against likeness, 0 (not at all) to 1 (alone). The default is 0.3.</summary>
    public double Diversity { get; init; } = 0.3;

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ModelId, nameof(ModelId));
        ArgumentOutOfRangeException.ThrowIfNegative(MaxTokens, nameof(MaxTokens));
        ArgumentOutOfRangeException.ThrowIfNegative(MaxExamples, nameof(MaxExamples));
        if (Diversity is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Diversity), Diversity, "The diversity must be from 0 to 1.");
        }
    }
}
