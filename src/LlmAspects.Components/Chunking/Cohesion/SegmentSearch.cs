namespace LlmAspects.Components.Chunking.Cohesion;

/// <summary>
/// Finds the division of units into segments that has the best sum of scores, by dynamic programming over all divisions (M. Utiyama, H. Isahara,
/// "A Statistical Model for Domain-Independent Text Segmentation", ACL 2001). Time: units times the largest segment.
/// </summary>
/// <param name="lengths">How many units a segment has.</param>
/// <param name="priorWeight">How much the expectation of lengths counts beside the scores.</param>
internal sealed class SegmentSearch(SegmentLengths lengths, double priorWeight)
{
    // Far below any score: taken only where nothing else is possible.
    private const double Unwanted = -1e9;

    private readonly double[] _prior = lengths.LogPrior();

    /// <summary>Where segments start.</summary>
    /// <param name="count">The number of units.</param>
    /// <param name="score">Says how well units belong together.</param>
    /// <param name="fits">Whether the units from a first one up to an end may be one segment; a single unit always may.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The first unit of each segment but the first, in order.</returns>
    public List<int> Run(int count, ISegmentScore score, Func<int, int, bool>? fits, CancellationToken cancellationToken)
    {
        double[] best = new double[count + 1];
        int[] from = new int[count + 1];
        for (int end = 1; end <= count; end++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (best[end], from[end]) = Best(end, best, score, fits);
        }

        var starts = new List<int>();
        for (int start = count == 0 ? 0 : from[count]; start > 0; start = from[start])
        {
            starts.Add(start);
        }

        starts.Reverse();
        return starts;
    }

    private (double Score, int Start) Best(int end, double[] best, ISegmentScore score, Func<int, int, bool>? fits)
    {
        (double Score, int Start) found = (double.NegativeInfinity, end - 1);
        score.Begin();
        for (int start = end - 1; start >= Math.Max(0, end - lengths.Maximum); start--)
        {
            int length = end - start;
            if (length > 1 && fits?.Invoke(start, end) == false)
            {
                break;
            }

            double total = best[start] + score.Extend(start) + (priorWeight * _prior[length]) + (length < lengths.Minimum ? Unwanted : 0);
            if (total > found.Score)
            {
                found = (total, start);
            }
        }

        return found;
    }
}
