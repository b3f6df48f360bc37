using LlmAspects.Components.Chunking;

namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>Scores lexical cohesion on documents whose boundaries are known.</summary>
internal sealed class SegmentEvaluator(IReadOnlyList<SegmentDocument> documents)
{
    private const string Suite = "chunking-segments";
    private const string Reference = "no boundary";

    private readonly SegmentErrors[] _none = [.. documents.Select(static document => SegmentErrors.Of(document, []))];

    /// <summary>The errors with given options; the reference is no boundary at all.</summary>
    public IReadOnlyList<EvalFigure> Score(LexicalCohesionOptions options) => Figures(Errors(options), "");

    /// <summary>
    /// The errors when the options are chosen on the other parts of the documents, part by part, and the options that are best on all of them.
    /// </summary>
    public (IReadOnlyList<EvalFigure> Figures, LexicalCohesionOptions Best) Tune(SegmentLengths limits, int folds, int seeds, CancellationToken cancellationToken)
    {
        LexicalCohesionOptions[] grid = [.. SegmentGrid.Of(limits)];
        var errors = new SegmentErrors[grid.Length][];
        Parallel.For(0, grid.Length, new ParallelOptions { CancellationToken = cancellationToken }, point => errors[point] = Errors(grid[point]));
        var crossValidated = new SegmentErrors[documents.Count];
        foreach (int[] fold in Enumerable.Range(1, seeds).Select(seed => Folds.AtRandom(documents.Count, folds, seed)))
        {
            for (int part = 0; part < folds; part++)
            {
                SegmentErrors[] chosen = errors[BestOf(errors, document => fold[document] != part)];
                foreach (int document in Enumerable.Range(0, documents.Count).Where(document => fold[document] == part))
                {
                    SegmentErrors sum = crossValidated[document];
                    crossValidated[document] = new SegmentErrors(sum.Pk + (chosen[document].Pk / seeds), sum.WindowDiff + (chosen[document].WindowDiff / seeds));
                }
            }
        }

        return (Figures(crossValidated, " (cross-validated)"), grid[BestOf(errors, static _ => true)]);
    }

    private static int BestOf(SegmentErrors[][] errors, Func<int, bool> isSeen) =>
        Enumerable.Range(0, errors.Length).MinBy(point => errors[point].Where((_, document) => isSeen(document)).Sum(static error => error.Pk));

    private SegmentErrors[] Errors(LexicalCohesionOptions options)
    {
        var strategy = new LexicalCohesionChunkingStrategy(options);
        return [.. documents.Select(document => SegmentErrors.Of(document, strategy.FindBoundaries(document.Sentences)))];
    }

    private IReadOnlyList<EvalFigure> Figures(SegmentErrors[] errors, string how) =>
    [
        EvalFigure.OfMean(Suite, "pk" + how, [.. errors.Select(static error => error.Pk)], _none.Average(static error => error.Pk), Reference),
        EvalFigure.OfMean(Suite, "windowdiff" + how, [.. errors.Select(static error => error.WindowDiff)], _none.Average(static error => error.WindowDiff), Reference),
    ];
}
