using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.Testing.Generators.Throughput;

/// <summary>A first run of a generator and one after an edit, each over a compilation that nobody has looked at yet.</summary>
internal sealed record TwoRuns(int SourceCount, double ColdSeconds, double EditSeconds, int SourcesEmittedAgain)
{
    public static TwoRuns Of(IIncrementalGenerator generator, CSharpCompilation compilation, Func<CSharpCompilation, CSharpCompilation> edit)
    {
        var before = compilation.Clone();
        var after = edit(compilation);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        var cold = SecondsOf(() => driver = driver.RunGenerators(before));
        var first = SourcesOf(driver);
        var edited = SecondsOf(() => driver = driver.RunGenerators(after));
        var second = SourcesOf(driver);
        second.ExceptWith(first);
        return new TwoRuns(first.Count, cold, edited, second.Count);
    }

    private static double SecondsOf(Action run)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Environment.CpuUsage.TotalTime;
        run();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    // A text that was not written again is the same object; its tree is a new one in each run.
    private static HashSet<SourceText> SourcesOf(GeneratorDriver driver)
        => driver.GetRunResult().Results.Single().GeneratedSources
            .Select(static source => source.SourceText)
            .ToHashSet<SourceText>(ReferenceEqualityComparer.Instance);
}
