using LlmAspects.Components.Quality.Drift;
using LlmAspects.Components.Quality.Judging;
using LlmAspects.Components.Quality.PersonalData;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Quality;

/// <summary>
/// Measures answers: how much of them the retrieved documents support, sentence by sentence, by words, pairs of words, numbers and negations; whether other answers agree,
/// whether prose can be read and code is well-formed, how safe they are by words alone, and where quality is going. It knows no synonyms: a free paraphrase scores lower
/// than it deserves. Thread-safe.
/// </summary>
[LlmComponent(Component)]
public sealed partial class LlmQualityMonitor
{
    private const string Component = "llm_quality_monitor";

    private readonly LlmQualityOptions _options;
    private readonly AnswerMeasurement _measurement;
    private readonly QualityTally _tally;
    private readonly DriftWatch _drift;

    /// <summary>Creates a monitor.</summary>
    /// <param name="options">Thresholds, limits, validators and models; <see langword="null"/> gives the defaults.</param>
    /// <param name="timeProvider">The clock of alarms; <see langword="null"/> is the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public LlmQualityMonitor(LlmQualityOptions? options = null, TimeProvider? timeProvider = null)
    {
        _options = options ?? new LlmQualityOptions();
        _options.Validate();
        _measurement = new AnswerMeasurement(_options, Component);
        _tally = new QualityTally(_options.TrendWindow);
        _drift = new DriftWatch(_options.Drift, timeProvider ?? TimeProvider.System);
    }

    /// <summary>Measures an answer.</summary>
    /// <param name="answer">The text of the answer; citation marks such as <c>[1]</c> are passed over.</param>
    /// <param name="context">What was retrieved for it; <see langword="null"/> when nothing was.</param>
    /// <param name="answered">Whether the model answered at all; <see langword="false"/> means that there is nothing to measure.</param>
    /// <returns>The scores with the evidence; without a value, and with the reason, where something cannot be measured.</returns>
    [ErrorContext, TracePerformance]
    public partial QualityReport Evaluate(string answer, RetrievedContext? context, bool answered = true);

    /// <summary>Measures an answer with all that is known about it.</summary>
    /// <param name="request">The answer, its context, task and tenant, and other answers.</param>
    /// <returns>The scores with the evidence; without a value, and with the reason, where something cannot be measured.</returns>
    [ErrorContext, TracePerformance]
    public partial QualityReport Evaluate(QualityRequest request);

    /// <summary>Has an answer judged, then measures it. A judge that fails is named in the report; it never fails the answer.</summary>
    /// <param name="request">The answer; its <see cref="QualityRequest.Judgement"/> is replaced.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="judge">Who judges.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    [ErrorContext, TracePerformance]
    public partial ValueTask<QualityReport> EvaluateAsync(QualityRequest request, string question, IQualityJudge judge, CancellationToken cancellationToken = default);

    /// <summary>Finds what supports one statement best.</summary>
    /// <param name="statement">The statement, taken as a whole.</param>
    /// <param name="context">What was retrieved.</param>
    /// <returns><see langword="null"/> when the support is below <see cref="LlmQualityOptions.SupportThreshold"/>.</returns>
    [ErrorContext, TracePerformance]
    public partial SentenceSupport? FindEvidence(string statement, RetrievedContext context);

    /// <summary>How safe a text is, by words alone; see <see cref="Safety.SafetyModel"/>. Nothing is counted.</summary>
    /// <param name="text">A prompt or an answer.</param>
    [ErrorContext, TracePerformance]
    public partial QualityScore ScoreSafety(string text);

    /// <summary>Replaces personal and secret data that can be told by form and check digits; names and postal addresses of people stay.</summary>
    /// <param name="text">Any text.</param>
    [ErrorContext, TracePerformance]
    public partial RedactedText Redact(string text);

    /// <summary>What was measured since the monitor was created or reset.</summary>
    [ErrorContext, TracePerformance]
    public partial QualityStatistics GetStatistics();

    /// <summary>Where the last scores are going.</summary>
    [ErrorContext, TracePerformance]
    public partial QualityTrend GetTrend();

    /// <summary>The alarms about falling quality.</summary>
    [ErrorContext, TracePerformance]
    public partial DriftStatus GetDrift();

    /// <summary>Forgets statistics, trend, baselines and alarms.</summary>
    [ErrorContext, TracePerformance]
    public partial void Reset();

    private QualityReport EvaluateCore(string answer, RetrievedContext? context, bool answered)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Take(new QualityRequest(answer) { Context = context, Answered = answered });
    }

    private QualityReport EvaluateCore(QualityRequest request)
    {
        Require(request);
        return Take(request);
    }

    private async ValueTask<QualityReport> EvaluateCoreAsync(QualityRequest request, string question, IQualityJudge judge, CancellationToken cancellationToken)
    {
        Require(request);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(judge);
        QualityScore judgement = await judge.JudgeAsync(question, request.Answer, cancellationToken).ConfigureAwait(false);
        return Take(request with { Judgement = judgement });
    }

    private SentenceSupport? FindEvidenceCore(string statement, RetrievedContext context)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(context);
        return _measurement.FindEvidence(statement, context);
    }

    private QualityScore ScoreSafetyCore(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _options.SafetyModel.Score(text, _options.ExpectedUnsafeShare);
    }

    private RedactedText RedactCore(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PersonalDataScanner.Redact(text);
    }

    private QualityStatistics GetStatisticsCore() => _tally.Statistics();

    private QualityTrend GetTrendCore() => _tally.Trend();

    private DriftStatus GetDriftCore() => _drift.Status();

    private void ResetCore()
    {
        _tally.Clear();
        _drift.Clear();
    }

    private static void Require(QualityRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Answer, nameof(request));
        ArgumentNullException.ThrowIfNull(request.Samples, nameof(request));
        ArgumentNullException.ThrowIfNull(request.Tenant, nameof(request));
    }

    private QualityReport Take(QualityRequest request)
    {
        QualityReport report = _measurement.Measure(request);
        _tally.Add(report, _options.SupportThreshold);
        return report.Overall.Value is { } score && _drift.Add(request.Tenant, report.Profile, score) is { } alarm ? report with { Alarm = alarm } : report;
    }
}
