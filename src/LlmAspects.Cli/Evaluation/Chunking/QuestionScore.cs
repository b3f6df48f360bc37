namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>How well what was retrieved for a question covers its references, by code units that count once each.</summary>
/// <param name="Recall">The part of the references that was retrieved.</param>
/// <param name="Precision">The part of what was retrieved that is of the references.</param>
/// <param name="IoU">What both share, by what is in one of them at least.</param>
internal readonly record struct QuestionScore(double Recall, double Precision, double IoU)
{
    public static QuestionScore Of(IEnumerable<TextSpan> references, IEnumerable<TextSpan> retrieved, int retrievedElsewhere)
    {
        List<TextSpan> wanted = TextSpan.Union(references);
        List<TextSpan> found = TextSpan.Union(retrieved);
        double shared = TextSpan.Shared(wanted, found);
        int foundLength = TextSpan.Length(found) + retrievedElsewhere;
        int wantedLength = TextSpan.Length(wanted);
        return new QuestionScore(
            wantedLength == 0 ? 1 : shared / wantedLength,
            foundLength == 0 ? 0 : shared / foundLength,
            foundLength + wantedLength == 0 ? 1 : shared / (foundLength + wantedLength - shared));
    }
}
