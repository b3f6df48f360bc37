using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Text;
using LlmAspects.Tracing;

namespace LlmAspects.Components.Quality;

/// <summary>
/// Measures how much of an answer the retrieved documents support, sentence by sentence, by words, pairs of words, numbers and negations.
/// It knows no synonyms: a free paraphrase scores lower than it deserves. Thread-safe.
/// </summary>
[LlmComponent(Component)]
public sealed partial class LlmQualityMonitor
{
    private const string Component = "llm_quality_monitor";

    private readonly LlmQualityOptions _options;
    private readonly QualityTally _tally;

    /// <summary>Creates a monitor.</summary>
    /// <param name="options">Threshold and limits; <see langword="null"/> gives the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public LlmQualityMonitor(LlmQualityOptions? options = null)
    {
        _options = options ?? new LlmQualityOptions();
        _options.Validate();
        _tally = new QualityTally(_options.TrendWindow);
    }

    /// <summary>Measures an answer.</summary>
    /// <param name="answer">The text of the answer; citation marks such as <c>[1]</c> are passed over.</param>
    /// <param name="context">What was retrieved for it; <see langword="null"/> when nothing was.</param>
    /// <param name="answered">Whether the model answered at all; <see langword="false"/> means that there is nothing to measure.</param>
    /// <returns>The groundedness with its evidence; without a value, and with the reason, where it cannot be measured.</returns>
    [ErrorContext, TracePerformance]
    public partial QualityReport Evaluate(string answer, RetrievedContext? context, bool answered = true);

    /// <summary>Finds what supports one statement best.</summary>
    /// <param name="statement">The statement, taken as a whole.</param>
    /// <param name="context">What was retrieved.</param>
    /// <returns><see langword="null"/> when the support is below <see cref="LlmQualityOptions.SupportThreshold"/>.</returns>
    [ErrorContext, TracePerformance]
    public partial SentenceSupport? FindEvidence(string statement, RetrievedContext context);

    /// <summary>What was measured since the monitor was created or reset.</summary>
    [ErrorContext, TracePerformance]
    public partial QualityStatistics GetStatistics();

    /// <summary>Where the last scores are going.</summary>
    [ErrorContext, TracePerformance]
    public partial QualityTrend GetTrend();

    /// <summary>Forgets statistics and trend.</summary>
    [ErrorContext, TracePerformance]
    public partial void Reset();

    private QualityReport EvaluateCore(string answer, RetrievedContext? context, bool answered)
    {
        ArgumentNullException.ThrowIfNull(answer);
        QualityReport report = WhyNot(answer, context, answered) is { } reason ? Unmeasured(reason) : Measure(answer, context!);
        _tally.Add(report, _options.SupportThreshold);
        return report;
    }

    private SentenceSupport? FindEvidenceCore(string statement, RetrievedContext context)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(context);
        Statement claim = Statement.Read(statement);
        ClaimSupport support = GroundednessScorer.Score(claim, IndexOf(context));
        return support.Score < _options.SupportThreshold ? null : ToSupport(new TextRange(0, statement.Length), support);
    }

    private QualityStatistics GetStatisticsCore() => _tally.Statistics();

    private QualityTrend GetTrendCore() => _tally.Trend();

    private void ResetCore() => _tally.Clear();

    private static string? WhyNot(string answer, RetrievedContext? context, bool answered) => (answered, context) switch
    {
        (false, _) => "The model did not answer.",
        (_, null or { Chunks.Count: 0 }) => "There are no documents to compare with.",
        _ when string.IsNullOrWhiteSpace(answer) => "The answer is empty.",
        _ => null,
    };

    private QualityReport Measure(string answer, RetrievedContext context)
    {
        EvidenceIndex index = IndexOf(context);
        using TraceBlock block = TraceBlock.Start(Component, "score_statements");
        List<(TextRange Range, Statement Statement)> claims = [.. ClaimReader.Read(answer)];
        if (claims.Count == 0)
        {
            return Unmeasured("The answer makes no statement that could be checked.");
        }

        List<ClaimSupport> supports = claims.ConvertAll(claim => GroundednessScorer.Score(claim.Statement, index));
        double score = claims.Zip(supports, (claim, support) => claim.Statement.Stems.Count * support.Score).Sum() / claims.Sum(claim => claim.Statement.Stems.Count);
        int supported = supports.Count(support => support.Score >= _options.SupportThreshold);
        return new QualityReport
        {
            Groundedness = new QualityScore(score, $"{supported} of {claims.Count} statements are supported by the documents."),
            Sentences = [.. claims.Zip(supports, (claim, support) => ToSupport(claim.Range, support))],
            Warnings = QualityWarnings.For(supports, _options.SupportThreshold, _options.MaxWarnings),
        };
    }

    private static EvidenceIndex IndexOf(RetrievedContext context)
    {
        using TraceBlock block = TraceBlock.Start(Component, "index_evidence");
        return new EvidenceIndex(context.Chunks);
    }

    private static QualityReport Unmeasured(string reason) => new() { Groundedness = new QualityScore(null, reason) };

    private static SentenceSupport ToSupport(TextRange range, ClaimSupport support) => support.Evidence is { } evidence
        ? new SentenceSupport(range.Start, range.Length, support.Score, evidence.Chunk.DocumentId, evidence.Chunk.Start + evidence.Range.Start, evidence.Range.Length)
        : new SentenceSupport(range.Start, range.Length, support.Score, null, 0, 0);
}
