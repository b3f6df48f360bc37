using LlmAspects.Components.Prompting.Optimization;
using LlmAspects.Tracing;

namespace LlmAspects.Components.Prompting;

/// <summary>
/// Finds out what a query lacks, suggests what could be done about it, and does it where reports of quality show a gain. Every change can be taken back, and everything outside a change stays as it was.
/// What is learned stays with its tenant. Thread-safe.
/// </summary>
/// <remarks>Without evidence it only suggests. Evidence arises from suggestions that were accepted, from <see cref="QueryOptimizerOptions.Trusted"/> and from <see cref="QueryOptimizerOptions.ExplorationShare"/>.</remarks>
[LlmComponent(Component)]
public sealed partial class QueryOptimizer
{
    private const string Component = "query_optimizer";

    private readonly QueryOptimizerOptions _options;
    private readonly TimeProvider _time;
    private readonly PatternBook _book;
    private readonly QueryEditor _editor;
    private readonly OptimizationHistory _history;
    private readonly OptimizerTally _tally = new();

    /// <summary>Creates an optimizer that has learned nothing.</summary>
    /// <param name="options">Limits and learning; <see langword="null"/> gives the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> is the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">A constraint has several lines, or none.</exception>
    public QueryOptimizer(QueryOptimizerOptions? options = null, TimeProvider? timeProvider = null)
    {
        _options = options ?? new QueryOptimizerOptions();
        _options.Validate();
        _time = timeProvider ?? TimeProvider.System;
        _book = new PatternBook(_options, _time);
        _editor = new QueryEditor(_options, new StrategyJudge(_options, _book));
        _history = new OptimizationHistory(_options.MaxHistory);
    }

    /// <summary>Reads a query and changes it where that is a credible gain.</summary>
    /// <param name="request">The query and what is known around it.</param>
    /// <returns>The query with its changes and suggestions. Optimizing the result again changes nothing, as long as nothing is learned in between.</returns>
    [ErrorContext, TracePerformance]
    public partial OptimizedQuery Optimize(OptimizationRequest request);

    /// <summary>Optimizes queries one after the other.</summary>
    /// <param name="requests">The queries.</param>
    /// <param name="cancellationToken">Ends it between two queries.</param>
    /// <returns>The results in the order of the queries.</returns>
    [ErrorContext, TracePerformance]
    public partial IReadOnlyList<OptimizedQuery> OptimizeBatch(IReadOnlyList<OptimizationRequest> requests, CancellationToken cancellationToken = default);

    /// <summary>Says how good the answer to a query was, so that the gain of its changes, or of those that were left out, is learned.</summary>
    /// <param name="query">The result of <see cref="Optimize"/>.</param>
    /// <param name="quality">From 0 to 1.</param>
    /// <returns><see langword="false"/> when nothing is learned: the query was reported before, had nothing to learn from, or there is no room for a further pattern.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The quality is not from 0 to 1.</exception>
    [ErrorContext, TracePerformance]
    public partial bool ReportQuality(OptimizedQuery query, double quality);

    /// <summary>What was learned of a tenant, ordered by task, feature and strategy.</summary>
    /// <param name="tenant">The tenant.</param>
    [ErrorContext, TracePerformance]
    public partial IReadOnlyList<LearnedPattern> GetPatterns(string tenant = "");

    /// <summary>The last queries of a tenant, oldest first, without content.</summary>
    /// <param name="tenant">The tenant.</param>
    [ErrorContext, TracePerformance]
    public partial IReadOnlyList<OptimizationRecord> GetHistory(string tenant = "");

    /// <summary>Writes what was learned of a tenant as JSON, without its name and without content of queries.</summary>
    /// <param name="tenant">The tenant.</param>
    [ErrorContext, TracePerformance]
    public partial string ExportLearned(string tenant = "");

    /// <summary>Puts what <see cref="ExportLearned"/> wrote in the place of what was learned of a tenant. What is old has faded by its age.</summary>
    /// <param name="json">The text.</param>
    /// <param name="tenant">The tenant.</param>
    /// <returns>The number of patterns.</returns>
    /// <exception cref="PromptException">The text is something else (<c>optimizer_state_invalid</c>), of a newer version (<c>optimizer_state_version</c>) or has too many patterns (<c>optimizer_state_limit</c>); nothing is changed then.</exception>
    [ErrorContext, TracePerformance]
    public partial int ImportLearned(string json, string tenant = "");

    /// <summary>What was done so far.</summary>
    [ErrorContext, TracePerformance]
    public partial OptimizerStatistics GetStatistics();

    private OptimizedQuery OptimizeCore(OptimizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Query, nameof(request));
        ArgumentNullException.ThrowIfNull(request.Tenant, nameof(request));
        using TraceBlock block = TraceBlock.Start(Component, "edit");
        DateTimeOffset now = _time.GetUtcNow();
        OptimizedQuery query = _editor.Edit(request, now);
        block.SetTag("llmaspects.query.changes", query.Improvements.Count);
        _history.Add(new OptimizationRecord(
            now,
            request.Tenant,
            query.Task,
            request.Query.Length,
            [.. query.Improvements.Select(static edit => edit.Strategy).Distinct()],
            [.. query.Suggestions.Select(static suggestion => suggestion.Strategy)]));
        _tally.Count(query);
        return query;
    }

    private IReadOnlyList<OptimizedQuery> OptimizeBatchCore(IReadOnlyList<OptimizationRequest> requests, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return
        [
            .. requests.Select(request =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return OptimizeCore(request);
            }),
        ];
    }

    private bool ReportQualityCore(OptimizedQuery query, double quality)
    {
        ArgumentNullException.ThrowIfNull(query);
        QualityRules.Check(quality, nameof(quality));
        if (query.Trial is not { } trial || !trial.TryReport())
        {
            return false;
        }

        _tally.Report(query.Improvements.Count > 0, quality);
        bool learned = false;
        foreach (TrialArm arm in trial.Arms)
        {
            learned |= _book.Add(arm.Key, arm.IsChanged, quality);
        }

        return learned;
    }

    private IReadOnlyList<LearnedPattern> GetPatternsCore(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return _book.Of(tenant);
    }

    private IReadOnlyList<OptimizationRecord> GetHistoryCore(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return _history.Of(tenant);
    }

    private string ExportLearnedCore(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return LearnedState.Write(_book.EvidenceOf(tenant), _time.GetUtcNow());
    }

    private int ImportLearnedCore(string json, string tenant)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(tenant);
        IReadOnlyCollection<PatternEvidence> evidence = LearnedState.Read(json, tenant, _options.LearningHalfLife, _time.GetUtcNow());
        return _book.Replace(tenant, evidence)
            ? evidence.Count
            : throw new PromptException("optimizer_state_limit", $"There is no room for {evidence.Count} patterns. Raise {nameof(QueryOptimizerOptions)}.{nameof(QueryOptimizerOptions.MaxPatterns)}.");
    }

    private OptimizerStatistics GetStatisticsCore() => _tally.Snapshot(_history.Count, _book.Count);
}
