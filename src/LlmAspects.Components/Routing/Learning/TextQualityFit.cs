namespace LlmAspects.Components.Routing.Learning;

/// <summary>What was learned from examples: neighbours, and the weights of a line. Immutable.</summary>
internal sealed class TextQualityFit
{
    private readonly int _maximumNeighbours;
    private readonly TextVectorizer _vectorizer;
    private readonly ShapeScale _shape;
    private readonly NeighbourIndex _neighbours;
    private readonly float[][] _scores;
    private readonly float[][] _weights;

    public TextQualityFit(IReadOnlyList<RoutingExample> examples, IReadOnlyList<string> modelIds, TextQualityOptions options, CancellationToken cancellationToken)
    {
        _maximumNeighbours = options.Neighbours;
        Dictionary<ulong, int>[] terms = [.. examples.Select(static example => TextTokens.Count(example.Text))];
        _vectorizer = TextVectorizer.Fit(terms, options.MinimumOccurrences);
        _shape = ShapeScale.Fit(examples.Select(static example => example.Text));
        SparseVector[] vectors = [.. terms.Select(_vectorizer.Transform)];
        _neighbours = new NeighbourIndex(vectors, _vectorizer.Count);
        SparseVector[] rows = [.. vectors.Zip(examples, (vector, example) => _shape.Append(vector, example.Text, _vectorizer.Count))];
        _scores = [.. modelIds.Select(id => examples.Select(example => (float)example.Scores[id]).ToArray())];
        Means = [.. _scores.Select(static scores => (double)scores.Average())];
        _weights = new float[_scores.Length][];
        for (int model = 0; model < _weights.Length; model++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            float mean = (float)Means[model];
            _weights[model] = RidgeRegression.Solve(rows, _vectorizer.Count + TextShape.Count, [.. _scores[model].Select(score => score - mean)], options.Ridge);
        }
    }

    public double[] Means { get; }

    /// <summary>What the neighbours and the line say of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="linear">Takes the linear estimate of each model.</param>
    /// <param name="weighted">Takes the sum of the neighbours' scores of each model, each by its square cosine.</param>
    /// <returns>The sum of the square cosines.</returns>
    public double Read(ReadOnlySpan<char> text, Span<double> linear, Span<double> weighted)
    {
        SparseVector vector = _vectorizer.Transform(TextTokens.Count(text));
        SparseVector row = _shape.Append(vector, text, _vectorizer.Count);
        for (int model = 0; model < _weights.Length; model++)
        {
            (linear[model], weighted[model]) = (Means[model] + RidgeRegression.Apply(row, _weights[model]), 0);
        }

        double sum = 0;
        foreach ((int owner, float similarity) in _neighbours.Find(vector, _maximumNeighbours))
        {
            double closeness = similarity * similarity;
            sum += closeness;
            for (int model = 0; model < _scores.Length; model++)
            {
                weighted[model] += closeness * _scores[model][owner];
            }
        }

        return sum;
    }
}
