namespace LlmAspects.Components.Chunking.Cohesion;

/// <summary>
/// The likelihood of a segment's words when each segment draws them from a distribution of its own that has a symmetric Dirichlet prior and is
/// integrated out: J. Eisenstein, R. Barzilay, "Bayesian Unsupervised Topic Segmentation" (EMNLP 2008), equation 5.
/// </summary>
internal sealed class TermScore : ISegmentScore
{
    private readonly UnitTerms _terms;
    private readonly int[] _counts;
    private readonly List<int> _taken = [];

    // log(k + concentration), and the logarithm of the product of (k + concentration * vocabulary) below n: the differences of log-gamma.
    private readonly double[] _more;
    private readonly double[] _totals;
    private double _score;

    public TermScore(UnitTerms terms, double concentration)
    {
        _terms = terms;
        _counts = new int[terms.VocabularySize];
        _more = new double[terms.LargestCount];
        _totals = new double[terms.Count + 1];
        for (int k = 0; k < _more.Length; k++)
        {
            _more[k] = Math.Log(k + concentration);
        }

        for (int n = 0; n < terms.Count; n++)
        {
            _totals[n + 1] = _totals[n] + Math.Log(n + (concentration * terms.VocabularySize));
        }
    }

    public void Begin()
    {
        // As long as the segment, not as the vocabulary.
        foreach (int term in _taken)
        {
            _counts[term] = 0;
        }

        _taken.Clear();
        _score = 0;
    }

    public double Extend(int unit)
    {
        foreach (int term in _terms.Of(unit))
        {
            _score += _more[_counts[term]++];
            _taken.Add(term);
        }

        return _score - _totals[_taken.Count];
    }
}
