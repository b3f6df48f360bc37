using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>Scores chunkers by what the retriever finds with their pieces: BM25, the best five of all documents.</summary>
/// <param name="data">Documents with questions about them.</param>
/// <param name="neighborWeight">What a word in a neighboring piece counts.</param>
/// <param name="passageLength">Up to which length pieces that touch are joined.</param>
internal sealed class QuestionEvaluator(QuestionData data, double neighborWeight, int passageLength)
{
    private const string Suite = "chunking-retrieval";
    private const int Top = 5;

    private static readonly (string Name, Func<QuestionScore, double> Value)[] Metrics =
    [
        ("recall", static score => score.Recall),
        ("precision", static score => score.Precision),
        ("iou", static score => score.IoU),
    ];

    /// <summary>Scores each chunker; the reference of each figure is the first one's.</summary>
    public IReadOnlyList<EvalFigure> Score(IReadOnlyList<SemanticChunker> chunkers, CancellationToken cancellationToken)
    {
        var figures = new List<EvalFigure>();
        QuestionScore[]? first = null;
        foreach (SemanticChunker chunker in chunkers)
        {
            QuestionScore[] scores = Score(chunker, cancellationToken);
            first ??= scores;
            string name = NameOf(chunker);
            string? reference = scores == first ? null : NameOf(chunkers[0]);
            Add(figures, name, scores, first, reference, static _ => true);
            foreach (string group in data.Questions.Select(static question => question.Group).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                Add(figures, $"{name} {group}", scores, first, reference, question => question.Group == group);
            }
        }

        return figures;
    }

    private void Add(List<EvalFigure> figures, string name, QuestionScore[] scores, QuestionScore[] first, string? firstName, Func<ChunkingQuestion, bool> counts)
    {
        QuestionScore[] Counting(QuestionScore[] all) => [.. all.Zip(data.Questions).Where(pair => counts(pair.Second)).Select(static pair => pair.First)];
        (QuestionScore[] counting, QuestionScore[] reference) = (Counting(scores), Counting(first));
        foreach ((string metric, Func<QuestionScore, double> value) in Metrics)
        {
            figures.Add(EvalFigure.OfMean(Suite, $"{metric}@5 {name}", [.. counting.Select(value)], firstName is null ? null : reference.Average(value), firstName));
        }
    }

    private static string NameOf(SemanticChunker chunker) => $"{chunker.StrategyName}-{chunker.Options.MaxLength}";

    private QuestionScore[] Score(SemanticChunker chunker, CancellationToken cancellationToken)
    {
        var retriever = new ContextRetriever(chunker, new RetrieverOptions { NeighborWeight = neighborWeight });
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (SourceDocument document in data.Documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            retriever.AddDocument(document);
            texts.Add(document.Id, document.Text);
        }

        return [.. data.Questions.Select(question => Score(retriever, question, texts[QuestionData.IdOf(question.Corpus)], cancellationToken))];
    }

    private QuestionScore Score(ContextRetriever retriever, ChunkingQuestion question, string document, CancellationToken cancellationToken)
    {
        ValueTask<IReadOnlyList<RetrievedChunk>> search = retriever.RetrieveAsync(new RetrievalQuery(question.Question) { Top = Top, PassageLength = passageLength }, cancellationToken);
        ILookup<bool, RetrievedChunk> found = search.AsTask().GetAwaiter().GetResult().ToLookup(chunk => chunk.DocumentId == QuestionData.IdOf(question.Corpus));
        return QuestionScore.Of(
            question.Locate(document),
            found[true].Select(static chunk => new TextSpan(chunk.Start, chunk.End)),
            found[false].Sum(static chunk => chunk.Text.Length));
    }
}
