using System.Collections.Immutable;

namespace LlmAspects.Components.Routing.Learning;

/// <summary>
/// Estimates how well each model will answer a text, from questions whose answers were scored: the mean over similar questions, drawn towards a linear
/// estimate where there are few. Keeps hashes of words, no text. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// With the cosines s of the nearest questions, their scores q and the linear estimate l, the estimate is <c>(sum s² q + w l) / (sum s² + w)</c>, where w is
/// <see cref="PriorWeight"/>. The linear estimate is a ridge regression on the terms and on how the text looks.
/// </remarks>
public sealed class TextQualityModel
{
    private readonly TextQualityFit _fit;

    private TextQualityModel(TextQualityFit fit, ImmutableArray<string> modelIds, double priorWeight) =>
        (_fit, ModelIds, MeanQuality, PriorWeight) = (fit, modelIds, [.. fit.Means], priorWeight);

    /// <summary>The models, in ordinal order: the order of every estimate.</summary>
    public ImmutableArray<string> ModelIds { get; }

    /// <summary>The mean score of each model over all examples.</summary>
    public ImmutableArray<double> MeanQuality { get; }

    /// <summary>The weight of the linear estimate, as given or by default.</summary>
    public double PriorWeight { get; }

    /// <summary>Learns from scored questions.</summary>
    /// <param name="examples">At least one; all with the same models.</param>
    /// <param name="options">How it learns; <see langword="null"/> gives the defaults.</param>
    /// <param name="cancellationToken">Ends the training.</param>
    /// <exception cref="ArgumentException">There is no example, or one has other models than the first, or a score that is not from 0 to 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static TextQualityModel Train(IReadOnlyList<RoutingExample> examples, TextQualityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(examples);
        options ??= new TextQualityOptions();
        options.Validate();
        if (examples.Count == 0)
        {
            throw new ArgumentException("There is nothing to learn from: give at least one example.", nameof(examples));
        }

        ImmutableArray<string> modelIds = [.. examples[0].Scores.Keys.Order(StringComparer.Ordinal)];
        for (int index = 0; index < examples.Count; index++)
        {
            Validate(examples[index], index, modelIds);
        }

        double priorWeight = options.PriorWeight ?? (examples.Any(static example => example.Group is not null) ? TextQualityOptions.GroupedPriorWeight : TextQualityOptions.PlainPriorWeight);
        return new TextQualityModel(new TextQualityFit(examples, modelIds, options, cancellationToken), modelIds, priorWeight);
    }

    /// <summary>Estimates the quality of each model's answer.</summary>
    /// <param name="text">The question.</param>
    /// <param name="quality">Takes one estimate a model, in the order of <see cref="ModelIds"/>; not limited to 0 to 1.</param>
    /// <exception cref="ArgumentException"><paramref name="quality"/> is shorter than <see cref="ModelIds"/>.</exception>
    public void Predict(ReadOnlySpan<char> text, Span<double> quality)
    {
        if (quality.Length < ModelIds.Length)
        {
            throw new ArgumentException($"The estimates of {ModelIds.Length} models do not fit into {quality.Length} places.", nameof(quality));
        }

        Span<double> weighted = ModelIds.Length <= 64 ? stackalloc double[ModelIds.Length] : new double[ModelIds.Length];
        double closeness = _fit.Read(text, quality, weighted);
        for (int model = 0; model < ModelIds.Length; model++)
        {
            quality[model] = (weighted[model] + (PriorWeight * quality[model])) / (closeness + PriorWeight);
        }
    }

    private static void Validate(RoutingExample example, int index, ImmutableArray<string> modelIds)
    {
        if (example.Scores.Count != modelIds.Length || modelIds.Any(id => !example.Scores.ContainsKey(id)))
        {
            throw new ArgumentException($"Example {index} has other models than the first. Every example needs a score of each model: {string.Join(", ", modelIds)}.", nameof(example));
        }

        if (example.Scores.Values.Any(static score => score is not (>= 0 and <= 1)))
        {
            throw new ArgumentException($"Example {index} has a score that is not from 0 to 1.", nameof(example));
        }
    }
}
