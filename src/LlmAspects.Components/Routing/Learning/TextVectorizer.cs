using System.Runtime.InteropServices;

namespace LlmAspects.Components.Routing.Learning;

/// <summary>
/// Texts as vectors of length 1 over terms, <c>(1 + ln tf) * (1 + ln((n + 1) / (df + 1)))</c> (the weighting of scikit-learn's TfidfVectorizer with sublinear tf,
/// https://scikit-learn.org/stable/modules/feature_extraction.html#tfidf-term-weighting). Immutable once fitted.
/// </summary>
internal sealed class TextVectorizer
{
    private readonly Dictionary<ulong, int> _indices;
    private readonly float[] _weights;

    private TextVectorizer(Dictionary<ulong, int> indices, float[] weights) => (_indices, _weights) = (indices, weights);

    public int Count => _weights.Length;

    /// <summary>Learns the terms of texts.</summary>
    public static TextVectorizer Fit(IReadOnlyList<Dictionary<ulong, int>> texts, int minimumOccurrences)
    {
        var occurrences = new Dictionary<ulong, int>();
        foreach (Dictionary<ulong, int> text in texts)
        {
            foreach (ulong term in text.Keys)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(occurrences, term, out _)++;
            }
        }

        KeyValuePair<ulong, int>[] kept = [.. occurrences.Where(term => term.Value >= minimumOccurrences).OrderBy(static term => term.Key)];
        var indices = new Dictionary<ulong, int>(kept.Length);
        var weights = new float[kept.Length];
        for (int index = 0; index < kept.Length; index++)
        {
            indices.Add(kept[index].Key, index);
            weights[index] = 1 + MathF.Log((texts.Count + 1f) / (kept[index].Value + 1f));
        }

        return new TextVectorizer(indices, weights);
    }

    public SparseVector Transform(Dictionary<ulong, int> terms)
    {
        var entries = new List<(int Index, float Value)>(terms.Count);
        float squares = 0;
        foreach ((ulong term, int count) in terms)
        {
            if (_indices.TryGetValue(term, out int index))
            {
                float value = (1 + MathF.Log(count)) * _weights[index];
                entries.Add((index, value));
                squares += value * value;
            }
        }

        entries.Sort(static (left, right) => left.Index.CompareTo(right.Index));
        float scale = squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
        return new SparseVector([.. entries.Select(static entry => entry.Index)], [.. entries.Select(entry => entry.Value * scale)]);
    }
}
