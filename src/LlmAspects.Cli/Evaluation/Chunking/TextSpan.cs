namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>Some code units of a document.</summary>
internal readonly record struct TextSpan(int Start, int End)
{
    /// <summary>The same code units, each once, in order.</summary>
    public static List<TextSpan> Union(IEnumerable<TextSpan> spans)
    {
        var union = new List<TextSpan>();
        foreach (TextSpan span in spans.OrderBy(static span => span.Start))
        {
            if (union.Count > 0 && span.Start <= union[^1].End)
            {
                union[^1] = union[^1] with { End = Math.Max(union[^1].End, span.End) };
            }
            else
            {
                union.Add(span);
            }
        }

        return union;
    }

    /// <summary>How many code units a union has.</summary>
    public static int Length(List<TextSpan> union) => union.Sum(static span => span.End - span.Start);

    /// <summary>How many code units two unions share.</summary>
    public static int Shared(List<TextSpan> one, List<TextSpan> other) =>
        one.Sum(span => other.Sum(second => Math.Max(0, Math.Min(span.End, second.End) - Math.Max(span.Start, second.Start))));
}
