namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Counts what an optimizer does. Thread-safe.</summary>
internal sealed class OptimizerTally
{
    private static readonly OptimizationStrategy[] Strategies = Enum.GetValues<OptimizationStrategy>();

    private readonly Lock _gate = new();
    private readonly long[] _applied = new long[Strategies.Length];
    private readonly long[] _suggested = new long[Strategies.Length];
    private long _queries;
    private long _changed;
    private long _abstained;
    private (long Count, double Sum) _changedReports;
    private (long Count, double Sum) _unchangedReports;

    public void Count(OptimizedQuery query)
    {
        lock (_gate)
        {
            _queries++;
            _changed += query.Improvements.Count > 0 ? 1 : 0;
            _abstained += query.Abstained is not null ? 1 : 0;
            foreach (OptimizationStrategy strategy in query.Improvements.Select(static edit => edit.Strategy).Distinct())
            {
                _applied[(int)strategy]++;
            }

            foreach (QuerySuggestion suggestion in query.Suggestions)
            {
                _suggested[(int)suggestion.Strategy]++;
            }
        }
    }

    public void Report(bool isChanged, double quality)
    {
        lock (_gate)
        {
            ref (long Count, double Sum) reports = ref isChanged ? ref _changedReports : ref _unchangedReports;
            reports = (reports.Count + 1, reports.Sum + quality);
        }
    }

    public OptimizerStatistics Snapshot(int history, int patterns)
    {
        lock (_gate)
        {
            return new OptimizerStatistics
            {
                Queries = _queries,
                Changed = _changed,
                Abstained = _abstained,
                Applied = ByStrategy(_applied),
                Suggested = ByStrategy(_suggested),
                Reports = _changedReports.Count + _unchangedReports.Count,
                ChangedQuality = MeanOf(_changedReports),
                UnchangedQuality = MeanOf(_unchangedReports),
                History = history,
                Patterns = patterns,
            };
        }
    }

    private static double? MeanOf((long Count, double Sum) reports) => reports.Count == 0 ? null : reports.Sum / reports.Count;

    private static Dictionary<OptimizationStrategy, long> ByStrategy(long[] counts) =>
        Strategies.Where(strategy => counts[(int)strategy] > 0).ToDictionary(static strategy => strategy, strategy => counts[(int)strategy]);
}
