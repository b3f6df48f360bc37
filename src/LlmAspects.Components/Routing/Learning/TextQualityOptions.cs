namespace LlmAspects.Components.Routing.Learning;

/// <summary>How a <see cref="TextQualityModel"/> learns. The defaults were found by cross-validation on two public sets of questions.</summary>
public sealed record TextQualityOptions
{
    internal const double PlainPriorWeight = 1;
    internal const double GroupedPriorWeight = 256;

    /// <summary>The nearest questions that are asked, 1 to 1,000. The default is 40.</summary>
    public int Neighbours { get; init; } = 40;

    /// <summary>
    /// The weight of the linear estimate beside the neighbours, in neighbours of the same text, above 0: with few or far neighbours it decides. The default is
    /// <see langword="null"/>: 1, and 256 when examples say their group, because neighbours of another group mislead more than they tell.
    /// </summary>
    public double? PriorWeight { get; init; }

    /// <summary>The penalty of the linear estimate (ridge regression), above 0. The default is 200.</summary>
    public double Ridge { get; init; } = 200;

    /// <summary>A term must occur in so many questions to count, at least 1. The default is 2.</summary>
    public int MinimumOccurrences { get; init; } = 2;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Neighbours, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Neighbours, 1_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumOccurrences, 1);
        ThrowIfNotPositive(PriorWeight ?? PlainPriorWeight, nameof(PriorWeight));
        ThrowIfNotPositive(Ridge, nameof(Ridge));
    }

    private static void ThrowIfNotPositive(double value, string name)
    {
        if (!(value > 0) || double.IsPositiveInfinity(value))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be a finite number above 0.");
        }
    }
}
