namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>How far found boundaries are from the true ones, 0 (the same) to 1.</summary>
/// <param name="Pk">How often two sentences at a distance are wrongly taken to be of one segment, or of two: D. Beeferman et al., "Statistical Models for Text Segmentation" (1999).</param>
/// <param name="WindowDiff">How often the number of boundaries in a window is wrong: L. Pevzner, M. Hearst, "A Critique and Improvement of an Evaluation Metric for Text Segmentation" (2002).</param>
internal readonly record struct SegmentErrors(double Pk, double WindowDiff)
{
    /// <summary>Compares boundaries; the window is half the mean true segment, at least 2.</summary>
    public static SegmentErrors Of(SegmentDocument document, IReadOnlyList<int> found)
    {
        int count = document.Sentences.Length;
        int window = Math.Max(2, (int)Math.Round(count / (2.0 * (document.Boundaries.Length + 1))));
        int[] truth = SegmentNumbers(count, document.Boundaries);
        int[] guess = SegmentNumbers(count, found);
        (int windows, int wrong, int different) = (0, 0, 0);
        for (int i = 0; i + window < count; i++)
        {
            (int expected, int actual) = (truth[i + window] - truth[i], guess[i + window] - guess[i]);
            windows++;
            wrong += (expected == 0) != (actual == 0) ? 1 : 0;
            different += expected != actual ? 1 : 0;
        }

        return windows == 0 ? default : new SegmentErrors((double)wrong / windows, (double)different / windows);
    }

    private static int[] SegmentNumbers(int count, IReadOnlyList<int> boundaries)
    {
        int[] numbers = new int[count];
        for (int sentence = 0, segment = 0; sentence < count; sentence++)
        {
            segment += segment < boundaries.Count && boundaries[segment] == sentence ? 1 : 0;
            numbers[sentence] = segment;
        }

        return numbers;
    }
}
