namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>Requests whose popularity falls with the rank: the key of rank r is asked for as often as 1 / r^exponent.</summary>
internal static class ZipfTrace
{
    /// <summary>Makes a trace.</summary>
    /// <param name="keys">How many keys there are.</param>
    /// <param name="length">How many requests.</param>
    /// <param name="exponent">How steeply the popularity falls.</param>
    /// <param name="phases">How often other keys become the popular ones, at least 1.</param>
    public static int[] Create(int keys, int length, double exponent, int phases)
    {
        double[] sums = new double[keys];
        double sum = 0;
        for (int rank = 0; rank < keys; rank++)
        {
            sum += Math.Pow(rank + 1, -exponent);
            sums[rank] = sum;
        }

        var random = new Random(1);
        int[] trace = new int[length];
        for (int time = 0; time < length; time++)
        {
            int place = Array.BinarySearch(sums, random.NextDouble() * sum);
            int rank = Math.Min(place < 0 ? ~place : place, keys - 1);
            int phase = (int)((long)time * phases / length);
            trace[time] = (int)((rank + ((long)phase * keys / phases)) % keys);
        }

        return trace;
    }
}
