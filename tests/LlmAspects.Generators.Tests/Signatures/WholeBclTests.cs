using LlmAspects.Generators.Tests.Pipeline;
using LlmAspects.Shared;
using LlmAspects.Testing.Generators;
using LlmAspects.Testing.Generators.Corpus;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace LlmAspects.Generators.Tests.Signatures;

/// <summary>
/// Wraps every public ordinary method of .NET. The counts are printed by
/// <c>dotnet test tests/LlmAspects.Generators.Tests --filter WholeBcl --logger "console;verbosity=detailed"</c>.
/// </summary>
public class WholeBclTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryOrdinaryMethodOfDotNet_IsWrappedWithoutWarnings()
    {
        var corpus = BclCorpus.Create(FindRefusal);
        output.WriteLine($"{corpus.MethodCount} methods wrapped; skipped:");
        foreach (var (reason, count) in corpus.Skipped)
        {
            output.WriteLine($"{count,6}  {reason}");
        }

        var run = GeneratorRunner.Run(corpus.Compilation);

        corpus.MethodCount.ShouldBeGreaterThan(25_000);
        run.GeneratorDiagnostics.ShouldBeEmpty();
        ExtractedTypes.CountMembers(run).ShouldBe(corpus.MethodCount);
        run.ProblemsWithoutHeader.Take(20).ShouldBeEmpty();
    }

    private static string? FindRefusal(Compilation assemblies, IMethodSymbol method)
        => AspectReturnRules.FindExclusion(method, AspectSymbols.TryCreate(assemblies)!) is { } reason ? "refused by rule: " + reason : null;
}
