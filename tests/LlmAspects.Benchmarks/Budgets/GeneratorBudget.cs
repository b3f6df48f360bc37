using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Benchmarks.Reporting;
using LlmAspects.Testing.Generators.Corpus;
using LlmAspects.Testing.Generators.Throughput;

namespace LlmAspects.Benchmarks.Budgets;

/// <summary>The generator over every public ordinary method of .NET, against a generator with the same attribute filters that reads nothing.</summary>
internal sealed class GeneratorBudget : IBudget
{
    private const string Floor = "floor of an edit";

    public string Name => "generator";

    public IEnumerable<BudgetRow> Measure(RatioRunner runner)
    {
        runner.CancellationToken.ThrowIfCancellationRequested();
        var corpus = BclCorpus.Create(static (_, _) => null);
        var result = GeneratorThroughput.Measure(corpus.Compilation, GeneratorThroughput.ChangeOneBody);
        yield return BudgetRow.Judge(Name + ", cold", Floor, result.ColdRatio, Limit.AtMostTimes(4.5));
        yield return BudgetRow.Judge(Name + ", after one edit", Floor, result.EditRatio, Limit.AtMostTimes(2.0));
        yield return BudgetRow.Judge(Name + ", files written again", "none", result.SourcesEmittedAgain, Limit.AtMostFiles(0));
        yield return BudgetRow.Peer(Name + ", methods", string.Empty, corpus.MethodCount, "methods");
    }
}
