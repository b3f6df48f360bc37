using LlmAspects.Components.Pricing;

namespace LlmAspects.Components.Tokens;

/// <summary>How the token counter treats what it cannot know.</summary>
public sealed record TokenCounterOptions
{
    /// <summary>What happens with a model that is not in the catalogue. The default is <see cref="UnknownModelPolicy.Throw"/>.</summary>
    public UnknownModelPolicy UnknownModel { get; init; }

    /// <summary>
    /// How far a tokenizer that is not public may be from <c>o200k_base</c>, as a fraction from 0 to 4: the interval is count / (1 + error) to count * (1 + error),
    /// never above one token a byte. The default is 0.5. It is an assumption, not a measurement: texts in scripts that a vocabulary covers badly lie further off.
    /// </summary>
    public double TokenizerError { get; init; } = 0.5;

    /// <summary>How many days of totals are kept, 1 to 3,660. The default is 31.</summary>
    public int RetainedDays { get; init; } = 31;

    /// <summary>
    /// The prices by model and day. The default is <see langword="null"/>: the prices of the catalogue, which also hold for models that the table does not name.
    /// A pipeline built of single models routes by the prices of the day when it is built; the models of your own catalogue get them by <see cref="PriceTable.ApplyTo"/>.
    /// </summary>
    public PriceTable? Prices { get; init; }

    internal void Validate()
    {
        if (TokenizerError is not (>= 0 and <= 4))
        {
            throw new ArgumentOutOfRangeException(nameof(TokenizerError), TokenizerError, "The error must be from 0 to 4.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(RetainedDays, 1, nameof(RetainedDays));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(RetainedDays, 3_660, nameof(RetainedDays));
    }
}
