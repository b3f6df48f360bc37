using System.Collections.Immutable;
using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Tests.Agreement;

/// <summary>All cases in one compilation: the generator first, then every analyzer over its output, as in a build.</summary>
public sealed class AgreementRun : IAsyncLifetime
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(AspectAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private readonly CSharpCompilation _input = GeneratorRunner.Compile(AgreementCases.All.Select((sample, number) => sample.SourceOf(number)).Append(TaskLikeTypes.Source));

    /// <summary>What the generator gave.</summary>
    public GeneratorRun Generator { get; private set; } = null!;

    /// <summary>What analyzers threw.</summary>
    public IList<Exception> AnalyzerExceptions { get; } = [];

    /// <summary>The reports that a target is invalid, by case.</summary>
    public ILookup<int, string> Reported { get; private set; } = null!;

    /// <summary>The generated files, by case.</summary>
    public ILookup<int, string> Emitted { get; private set; } = null!;

    /// <summary>The cases that C# refuses with the generated files but would accept without the aspects, and why.</summary>
    public IEnumerable<string> BrokenByTheGenerator
    {
        get
        {
            var wrongBefore = ErrorsOf(_input).Select(error => error.Key).ToHashSet();
            return ErrorsOf(Generator.Output).Where(error => Emitted.Contains(error.Key) && !wrongBefore.Contains(error.Key)).Select(error => error.First());
        }
    }

    public async Task InitializeAsync()
    {
        Generator = GeneratorRunner.Run(_input);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => AnalyzerExceptions.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var diagnostics = await Generator.Output.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();

        // Roslyn presents a partial member of an extension block, which C# refuses, twice.
        Reported = diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("LLMA0", StringComparison.Ordinal))
            .DistinctBy(diagnostic => diagnostic.ToString())
            .ToLookup(diagnostic => CaseOf(diagnostic.Location.SourceTree!), diagnostic => diagnostic.ToString());
        Emitted = Generator.Files.ToLookup(file => CaseOf(file.SyntaxTree), file => file.HintName);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    // An invalid target has no implementing part.
    private static ILookup<int, string> ErrorsOf(CSharpCompilation compilation) => compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, Location.SourceTree: not null, Id: not ("CS8795" or "CS9248") })
        .ToLookup(diagnostic => CaseOf(diagnostic.Location.SourceTree!), diagnostic => diagnostic.ToString());

    private static int CaseOf(SyntaxTree tree)
    {
        var name = tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().First().Name.ToString();
        return int.Parse(name["Case".Length..], null);
    }
}
