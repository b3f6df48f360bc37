using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using LlmAspects.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace LlmAspects.Analyzers.Tests.Fuzzing;

/// <summary>
/// Whatever somebody types, no analyzer and no generator throws. <c>LLMASPECTS_FUZZ_MUTANTS</c> sets how many mutants are tried,
/// <c>LLMASPECTS_FUZZ_SEED</c> which ones; a failure names both.
/// </summary>
public class AnalyzersNeverThrowTests(ITestOutputHelper output)
{
    private static readonly int Mutants = NumberFrom("LLMASPECTS_FUZZ_MUTANTS", 160);
    private static readonly int Seed = NumberFrom("LLMASPECTS_FUZZ_SEED", 1);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(AspectAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    // Several spoiled files share one compilation, whose cost is most of the cost of a mutant.
    private const int TogetherAtOnce = 32;

    [Fact]
    public async Task MutatedSources_AreSurvived()
    {
        var corpus = MutantCorpus.Load();
        var drivers = corpus.Select(static compilation => CSharpGeneratorDriver.Create([new AspectGenerator().AsSourceGenerator()], parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14)).RunGenerators(compilation)).ToArray();
        var reported = new Dictionary<string, int>(StringComparer.Ordinal);
        var tried = 0;
        for (var round = 0; tried < Mutants; round++)
        {
            var mutants = Spoil(corpus[round % corpus.Count], new Random(unchecked((Seed * 1_000_003) + round)));
            if (!AreSurvivedByTheCompiler(mutants.Compilation, mutants.Spoiled))
            {
                continue;
            }

            tried += mutants.Spoiled.Count;

            var thrown = await FindExceptionsAsync(mutants.Compilation, mutants.Spoiled, drivers[round % corpus.Count], reported);

            thrown.ShouldBeEmpty($"round {round} of seed {Seed}");
        }

        output.WriteLine($"{tried} mutants; reported: {string.Join(", ", reported.OrderBy(static entry => entry.Key).Select(static entry => $"{entry.Key} {entry.Value}"))}");
        reported.ShouldNotBeEmpty();
    }

    private static (CSharpCompilation Compilation, IReadOnlyList<SyntaxTree> Spoiled) Spoil(CSharpCompilation compilation, Random random)
    {
        var spoiled = new List<SyntaxTree>();

        // The last file holds the global usings.
        foreach (var index in Enumerable.Range(0, compilation.SyntaxTrees.Length - 1).OrderBy(_ => random.Next()).Take(TogetherAtOnce).ToArray())
        {
            var tree = compilation.SyntaxTrees[index];
            spoiled.Add(new SourceMutator(random).Mutate(tree));
            compilation = compilation.ReplaceSyntaxTree(tree, spoiled[^1]);
        }

        return (compilation, spoiled);
    }

    private static async Task<IReadOnlyCollection<string>> FindExceptionsAsync(
        CSharpCompilation compilation, IReadOnlyList<SyntaxTree> spoiled, GeneratorDriver driver, Dictionary<string, int> reported)
    {
        var thrown = new ConcurrentQueue<string>();
        var result = driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _).GetRunResult().Results.Single();
        if (result.Exception is { } exception)
        {
            thrown.Enqueue(exception.ToString());
        }

        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (error, analyzer, _) => thrown.Enqueue($"{analyzer.GetType().Name}: {error}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var run = new CompilationWithAnalyzers(generated, Analyzers, options);
        foreach (var tree in spoiled)
        {
            foreach (var diagnostic in await run.GetAnalyzerSemanticDiagnosticsAsync(generated.GetSemanticModel(tree), filterSpan: null, CancellationToken.None))
            {
                reported[diagnostic.Id] = reported.GetValueOrDefault(diagnostic.Id) + 1;
            }
        }

        return thrown;
    }

    // On some broken sources the compiler throws all by itself; they are not counted.
    private static bool AreSurvivedByTheCompiler(CSharpCompilation compilation, IReadOnlyList<SyntaxTree> spoiled)
    {
        try
        {
            foreach (var tree in spoiled)
            {
                _ = compilation.GetSemanticModel(tree).GetDiagnostics();
            }

            return true;
        }
        catch (Exception error) when (error is NullReferenceException or AggregateException or InvalidOperationException)
        {
            return false;
        }
    }

    private static int NumberFrom(string variable, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : fallback;
}
