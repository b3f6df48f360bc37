using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>Scores chunkers by what the retriever finds with their pieces: BM25, the best five of all documents.</summary>
internal sealed class RetrievalEvaluator(RetrievalData data)
{
    private const string Suite = "chunking-retrieval";
    private const int Top = 5;

    /// <summary>Scores each chunker; the reference of each figure is the first one's.</summary>
    public IReadOnlyList<EvaluationFigure> Score(IReadOnlyList<SemanticChunker> chunkers, CancellationToken cancellationToken)
    {
        var figures = new List<EvaluationFigure>();
        RetrievalScore[]? first = null;
        foreach (SemanticChunker chunker in chunkers)
        {
            RetrievalScore[] scores = Score(chunker, cancellationToken);
            first ??= scores;
            string name = $"{chunker.StrategyName}-{chunker.Options.MaxLength}";
            Add(figures, $"recall@5 {name}", scores, first, static score => score.Recall);
            Add(figures, $"precision@5 {name}", scores, first, static score => score.Precision);
            Add(figures, $"iou@5 {name}", scores, first, static score => score.IoU);
        }

        return figures;
    }

    private static void Add(List<EvaluationFigure> figures, string metric, RetrievalScore[] scores, RetrievalScore[] first, Func<RetrievalScore, double> value) =>
        figures.Add(EvaluationFigure.OfMean(Suite, metric, [.. scores.Select(value)], scores == first ? null : first.Average(value)));

    private RetrievalScore[] Score(SemanticChunker chunker, CancellationToken cancellationToken)
    {
        var retriever = new ContextRetriever(chunker);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (SourceDocument document in data.Documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            retriever.AddDocument(document);
            texts.Add(document.Id, document.Text);
        }

        return [.. data.Questions.Select(question => Score(retriever, question, texts[RetrievalData.IdOf(question.Corpus)], cancellationToken))];
    }

    private static RetrievalScore Score(ContextRetriever retriever, RetrievalQuestion question, string document, CancellationToken cancellationToken)
    {
        ValueTask<IReadOnlyList<RetrievedChunk>> search = retriever.RetrieveAsync(new RetrievalQuery(question.Question) { Top = Top }, cancellationToken);
        ILookup<bool, RetrievedChunk> found = search.AsTask().GetAwaiter().GetResult().ToLookup(chunk => chunk.DocumentId == RetrievalData.IdOf(question.Corpus));
        return RetrievalScore.Of(
            question.Locate(document),
            found[true].Select(static chunk => new TextSpan(chunk.Start, chunk.End)),
            found[false].Sum(static chunk => chunk.Text.Length));
    }
}
