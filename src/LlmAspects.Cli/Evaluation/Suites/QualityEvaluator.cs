using LlmAspects.Components.Quality;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.Evaluation.Suites;

/// <summary>Scores the groundedness of claims that people judged, beside the share of words and pairs of words.</summary>
internal static class QualityEvaluator
{
    private const string Suite = "quality";

    // What has no score is neither more nor less likely supported.
    private const double Unknown = 0.5;

    public static IReadOnlyList<EvalFigure> Score(string path, CancellationToken cancellationToken)
    {
        List<QualityRow> rows = QualityRow.Read(path);
        bool[] labels = [.. rows.Select(static row => row.IsSupported)];
        var references = new (string Name, Auroc Auroc)[]
        {
            ("share of words", new Auroc([.. rows.Select(static row => NgramPrecision.Of(row.Claim, row.Context, 1))], labels)),
            ("share of pairs of words", new Auroc([.. rows.Select(static row => NgramPrecision.Of(row.Claim, row.Context, 2))], labels)),
            ("mean of both", new Auroc([.. rows.Select(static row => (NgramPrecision.Of(row.Claim, row.Context, 1) + NgramPrecision.Of(row.Claim, row.Context, 2)) / 2)], labels)),
        };
        var monitor = new LlmQualityMonitor();
        double?[] scores = [.. rows.Select(row => Groundedness(monitor, row, cancellationToken))];
        var own = new Auroc([.. scores.Select(static score => score ?? Unknown)], labels);
        int n = rows.Count;
        return
        [
            .. references.Select(reference => new EvalFigure(Suite, "AUROC of groundedness", own.WithInterval(), reference.Auroc.Value, reference.Name, n)),
            .. references.Select(reference => new EvalFigure(Suite, "gain in AUROC", own.Over(reference.Auroc), 0, reference.Name, n)),
            new EvalFigure(Suite, "share with a score", scores.Count(static score => score is not null) / (double)n, null, null, null, n),
        ];
    }

    private static double? Groundedness(LlmQualityMonitor monitor, QualityRow row, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var content = RetrievedContext.ToContent([new RetrievedChunk("context", 0, row.Context, 1)], $"fence{Guid.NewGuid():N}");
        return monitor.Evaluate(row.Claim, (RetrievedContext)content.RawRepresentation!).Groundedness.Value;
    }
}
