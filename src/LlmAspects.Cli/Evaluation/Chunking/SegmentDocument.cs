using System.Text.Json;

namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>Sentences, and where the subject changes.</summary>
/// <param name="Sentences">The sentences in order.</param>
/// <param name="Boundaries">The place of the first sentence of each segment but the first.</param>
internal sealed record SegmentDocument(string[] Sentences, int[] Boundaries)
{
    public const string Needs = "Every line needs an object with \"sentences\" (texts) and \"boundaries\" (ascending places of sentences, from 1 on).";

    public static SegmentDocument Parse(JsonElement line)
    {
        string[] sentences = line.Texts("sentences");
        int[] boundaries = [.. line.GetProperty("boundaries").EnumerateArray().Select(static place => place.GetInt32())];
        if (boundaries.Where((place, index) => place <= (index == 0 ? 0 : boundaries[index - 1]) || place >= sentences.Length).Any())
        {
            throw new FormatException("A boundary is not between two sentences, or not in order.");
        }

        return new SegmentDocument(sentences, boundaries);
    }
}
