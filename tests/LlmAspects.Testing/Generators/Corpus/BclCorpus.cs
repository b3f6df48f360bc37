using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Testing.Generators.Corpus;

/// <summary>Every public ordinary method of the reference assemblies of .NET, written again as an annotated declaration with its Core.</summary>
/// <param name="Compilation">One compilation, a file for each type.</param>
/// <param name="MethodCount">The number of annotated methods.</param>
/// <param name="Skipped">The number of methods that could not be written again, by reason.</param>
public sealed record BclCorpus(CSharpCompilation Compilation, int MethodCount, IReadOnlyDictionary<string, int> Skipped)
{
    // What a signature mentions is as obsolete or experimental here as there; everything else must be clean.
    private static readonly Dictionary<string, ReportDiagnostic> ObsoleteAndExperimental =
        new[] { "CS0612", "CS0618" }
            .Concat(Enumerable.Range(1, 99).SelectMany(static number => new[] { $"SYSLIB00{number:00}", $"SYSLIB50{number:00}" }))
            .ToDictionary(static id => id, static _ => ReportDiagnostic.Suppress);

    /// <summary>Writes the corpus.</summary>
    /// <param name="findRefusal">Says why a rule of ours refuses a method, or returns <see langword="null"/>.</param>
    public static BclCorpus Create(Func<Compilation, IMethodSymbol, string?> findRefusal)
    {
        ArgumentNullException.ThrowIfNull(findRefusal);
        var assemblies = GeneratorRunner.Compile(Array.Empty<SyntaxTree>());
        var skipped = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var files = new List<SyntaxTree>();
        var count = 0;
        foreach (var type in TypesOf(assemblies))
        {
            var methods = new List<IMethodSymbol>();
            foreach (var method in CorpusMethodRules.CandidatesOf(type))
            {
                if ((CorpusMethodRules.FindObstacle(method) ?? findRefusal(assemblies, method)) is { } reason)
                {
                    skipped[reason] = skipped.GetValueOrDefault(reason) + 1;
                }
                else
                {
                    methods.Add(method);
                }
            }

            count += methods.Count;
            files.AddRange(CorpusTypeWriter.Write(type, methods).Select((text, part) => GeneratorRunner.Parse(text, $"{type.ToDisplayString()}.{part}.cs")));
        }

        var compilation = GeneratorRunner.Compile(files);
        return new BclCorpus(compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(ObsoleteAndExperimental)), count, skipped);
    }

    /// <summary>The methods themselves, as the reference assemblies declare them.</summary>
    public static IEnumerable<IMethodSymbol> MethodsOfDotNet()
        => TypesOf(GeneratorRunner.Compile(Array.Empty<SyntaxTree>())).SelectMany(CorpusMethodRules.CandidatesOf);

    private static IEnumerable<INamedTypeSymbol> TypesOf(CSharpCompilation assemblies)
        => assemblies.References
            .Select(assemblies.GetAssemblyOrModuleSymbol)
            .OfType<IAssemblySymbol>()
            .Where(static assembly => assembly.Name != "LlmAspects")
            .SelectMany(static assembly => TypesOf(assembly.GlobalNamespace));

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
        => container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static member => member is INamedTypeSymbol type
            ? CorpusTypes.IsPublic(type) ? TypesOf(type).Prepend(type) : []
            : TypesOf(member));
}
