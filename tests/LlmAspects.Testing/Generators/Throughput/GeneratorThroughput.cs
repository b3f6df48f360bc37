using LlmAspects.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Testing.Generators.Throughput;

/// <summary>What the generator costs over one compilation, beside a generator that only filters; in seconds of processor time, which other programs do not lengthen.</summary>
/// <param name="FileCount">The number of files written, one a type.</param>
/// <param name="ColdSeconds">The first run of the generator.</param>
/// <param name="EditSeconds">The run after the body of one method was changed.</param>
/// <param name="FloorColdSeconds">The first run of the floor: the same attribute filters, empty transforms.</param>
/// <param name="FloorEditSeconds">The run of the floor after the same edit.</param>
/// <param name="SourcesEmittedAgain">The number of files that the edit made the generator write again; it should be none.</param>
public sealed record GeneratorThroughput(
    int FileCount,
    double ColdSeconds,
    double EditSeconds,
    double FloorColdSeconds,
    double FloorEditSeconds,
    int SourcesEmittedAgain)
{
    /// <summary>The first run against the floor of an edit; the budget is 4.5.</summary>
    public double ColdRatio => ColdSeconds / FloorEditSeconds;

    /// <summary>The run after an edit against the floor of an edit; the budget is 2.0.</summary>
    public double EditRatio => EditSeconds / FloorEditSeconds;

    /// <summary>Measures generator and floor in turn, and takes the median of each; a first round that compiles the code of both is not counted.</summary>
    /// <param name="compilation">What the generator runs over.</param>
    /// <param name="edit">The change of one body.</param>
    /// <param name="rounds">The number of rounds, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rounds"/> is below 1.</exception>
    public static GeneratorThroughput Measure(CSharpCompilation compilation, Func<CSharpCompilation, CSharpCompilation> edit, int rounds = 3)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        var floors = new List<TwoRuns>();
        var runs = new List<TwoRuns>();
        for (var round = 0; round <= rounds; round++)
        {
            floors.Add(TwoRuns.Of(new FloorGenerator(), compilation, edit));
            runs.Add(TwoRuns.Of(new AspectGenerator(), compilation, edit));
        }

        return new GeneratorThroughput(
            runs[0].SourceCount,
            MedianOf(runs, static run => run.ColdSeconds),
            MedianOf(runs, static run => run.EditSeconds),
            MedianOf(floors, static run => run.ColdSeconds),
            MedianOf(floors, static run => run.EditSeconds),
            runs.Max(static run => run.SourcesEmittedAgain));
    }

    /// <summary>Changes the first body that is the corpus's own.</summary>
    /// <param name="compilation">The compilation.</param>
    public static CSharpCompilation ChangeOneBody(CSharpCompilation compilation)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        const string Body = "{ throw null!; }";
        var tree = compilation.SyntaxTrees.First(static tree => tree.ToString().Contains(Body, StringComparison.Ordinal));
        var text = tree.ToString();
        var at = text.IndexOf(Body, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, GeneratorRunner.Parse(text.Remove(at, Body.Length).Insert(at, "{ throw new global::System.Exception(); }"), tree.FilePath));
    }

    private static double MedianOf(List<TwoRuns> runs, Func<TwoRuns, double> seconds)
        => runs.Skip(1).Select(seconds).Order().ElementAt((runs.Count - 1) / 2);
}
