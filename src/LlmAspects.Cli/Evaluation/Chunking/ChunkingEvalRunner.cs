using System.Globalization;
using LlmAspects.Cli.Terminal;
using LlmAspects.Components.Chunking;

namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>Runs <c>eval chunking</c>: recognises the data by its fields, scores, writes.</summary>
/// <param name="terminal">Where people read.</param>
/// <param name="writer">Where the figures go.</param>
/// <param name="currentFolder">Where relative paths begin.</param>
internal sealed class ChunkingEvalRunner(ITerminal terminal, FigureWriter writer, string currentFolder)
{
    public async Task<int> RunAsync(ChunkingEvalOptions options, CancellationToken cancellationToken)
    {
        string path = Path.GetFullPath(options.Data, currentFolder);
        IReadOnlyList<EvalFigure> figures = await Task.Run(() => Score(path, options, cancellationToken), cancellationToken).ConfigureAwait(false);
        writer.Write(options.Output, figures);
        return ExitCodes.Success;
    }

    private IReadOnlyList<EvalFigure> Score(string path, ChunkingEvalOptions options, CancellationToken cancellationToken)
    {
        string folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
        path = DataFiles.Find(path, "questions.jsonl") ?? path;
        IReadOnlySet<string> fields = JsonLines.FieldsOf(path);
        if (fields.IsSupersetOf(["sentences", "boundaries"]))
        {
            return ScoreSegments(JsonLines.Read(path, SegmentDocument.Needs, SegmentDocument.Parse), options, cancellationToken);
        }

        if (fields.IsSupersetOf(["text", "sentences"]))
        {
            return SentenceEvaluator.Score(JsonLines.Read(path, SentenceSample.Needs, SentenceSample.Parse));
        }

        if (fields.IsSupersetOf(["corpus", "question", "references"]))
        {
            string corpora = Path.GetFullPath(options.Corpora ?? Path.Combine(folder, "corpora"), currentFolder);
            return new QuestionEvaluator(QuestionData.Read(path, corpora), options.NeighborWeight, options.PassageLength).Score(ChunkerSpec.Parse(options.Chunkers), cancellationToken);
        }

        throw new CliException(
            $"'{options.Data}' is in no format that is known here: its first line has the fields {string.Join(", ", fields.Order(StringComparer.Ordinal))}. Known are sentences and boundaries; text and sentences; corpus, question and references.",
            ExitCodes.Usage);
    }

    private IReadOnlyList<EvalFigure> ScoreSegments(IReadOnlyList<SegmentDocument> documents, ChunkingEvalOptions options, CancellationToken cancellationToken)
    {
        var cohesion = new LexicalCohesionOptions();
        SegmentLengths lengths = cohesion.Lengths with { Minimum = options.MinSentences ?? cohesion.Lengths.Minimum, Maximum = options.MaxSentences ?? cohesion.Lengths.Maximum };
        var evaluator = new SegmentEvaluator(documents);
        IReadOnlyList<EvalFigure> figures = evaluator.Score(cohesion with { Lengths = lengths });
        if (!options.Tune)
        {
            return figures;
        }

        (IReadOnlyList<EvalFigure> tuned, LexicalCohesionOptions best) = evaluator.Tune(lengths, options.Folds, options.Seeds, cancellationToken);
        terminal.Notice(string.Create(
            CultureInfo.InvariantCulture,
            $"Best on all documents: concentration {best.Concentration}, length weight {best.LengthWeight}, expected length {best.Lengths.Expected}, shape {best.Lengths.Shape}."));
        return [.. figures, .. tuned];
    }
}
