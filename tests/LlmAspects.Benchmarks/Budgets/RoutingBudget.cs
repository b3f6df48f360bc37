using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Benchmarks.Reporting;
using LlmAspects.Benchmarks.Routing;
using LlmAspects.Components.Routing;

namespace LlmAspects.Benchmarks.Budgets;

/// <summary>Decisions of the router a second on one processor, and their bytes, for every strategy.</summary>
internal sealed class RoutingBudget : IBudget
{
    private const string Learning = "Balanced, learning";
    private const string Reading = "by the text";
    private const string Query = "filter and sort";
    private const double Millions = 1_000;
    private const double MicrosecondsForText = 200;

    public string Name => "routing";

    public IEnumerable<BudgetRow> Measure(RatioRunner runner)
    {
        var load = new RoutingLoad();
        RoutingStrategy[] strategies = Enum.GetValues<RoutingStrategy>();
        BenchmarkCase[] decisions =
        [
            .. strategies.Select(strategy => load.Decide($"{strategy}", strategy)),
            .. strategies.Select(strategy => load.Traffic($"{strategy}, traffic", strategy)),
            load.DecideAndLearn(Learning),
        ];
        IReadOnlyDictionary<string, CaseResult> results = runner.Run([.. decisions, load.Read(Reading), load.Query(Query)]);
        foreach ((string name, _) in decisions)
        {
            yield return BudgetRow.Judge(Name, name, Millions / Medians.Of(results[name].Nanoseconds), Limit.AtLeastMillionsPerSecond(1));
        }

        foreach ((string name, _) in decisions)
        {
            yield return BudgetRow.Judge(Name, $"{name}, bytes", results[name].Bytes, Limit.AtMostBytes(0));
        }

        yield return BudgetRow.Judge(Name, Reading, Medians.Of(results[Reading].Nanoseconds), Limit.AtMostNanoseconds(MicrosecondsForText * 1_000));
        yield return BudgetRow.Peer(Name, $"{Query} ({Limit.Format(results[Query].Bytes, "B")})", Millions / Medians.Of(results[Query].Nanoseconds), "M/s");
    }
}
