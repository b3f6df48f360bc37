using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Models;

/// <summary>Sentences as TF-IDF vectors of length 1.</summary>
internal sealed class TermVectors
{
    private readonly IReadOnlyList<SourceSentence> _sentences;
    private readonly Dictionary<string, int> _holding;
    private readonly Dictionary<string, double>[] _vectors;
    private readonly Dictionary<string, double> _sum = new(StringComparer.Ordinal);

    private TermVectors(IReadOnlyList<SourceSentence> sentences)
    {
        _sentences = sentences;
        _holding = sentences.SelectMany(sentence => sentence.Terms.Keys).CountBy(term => term, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        _vectors = [.. sentences.Select(sentence => Unit(sentence.Terms))];
        foreach ((string term, double weight) in _vectors.SelectMany(vector => vector))
        {
            _sum[term] = _sum.GetValueOrDefault(term) + weight;
        }
    }

    public static TermVectors Of(IReadOnlyList<SourceSentence> sentences) => new(sentences);

    /// <summary>The mean of the cosines is one product with the sum of the others.</summary>
    public double MeanCosineWithOthers(int place)
    {
        Dictionary<string, double> own = _vectors[place];
        return _vectors.Length < 2 ? 0 : own.Sum(pair => pair.Value * (_sum[pair.Key] - pair.Value)) / (_vectors.Length - 1);
    }

    public double[] CosinesWith(string text)
    {
        Dictionary<string, double> other = Unit(TermFrequencies.Of(text));
        return Array.ConvertAll(_vectors, vector => other.Sum(pair => pair.Value * vector.GetValueOrDefault(pair.Key)));
    }

    private Dictionary<string, double> Unit(IReadOnlyDictionary<string, int> terms)
    {
        var weights = terms.ToDictionary(pair => pair.Key, pair => pair.Value * TermWeights.Idf(_sentences.Count, _holding.GetValueOrDefault(pair.Key)), StringComparer.Ordinal);
        double length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        return length == 0 ? weights : weights.ToDictionary(pair => pair.Key, pair => pair.Value / length, StringComparer.Ordinal);
    }
}
