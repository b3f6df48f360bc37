using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Cli.Coverage;

/// <summary>Asks the rules of the analyzers about every method of a solution.</summary>
/// <param name="folder">The folder that the paths of files are relative to.</param>
internal sealed class CoverageCollector(string folder)
{
    private readonly Dictionary<(string Project, string Component), List<MethodCoverage>> _components = [];
    private readonly HashSet<(string Project, string? Method)> _seen = [];

    /// <summary>The components of all projects so far, in the order of their names.</summary>
    public IReadOnlyList<ComponentCoverage> Components =>
    [
        .. _components.OrderBy(static entry => entry.Key.Component, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Key.Project, StringComparer.Ordinal)
            .Select(entry => Summarize(entry.Key, entry.Value)),
    ];

    /// <summary>Adds the methods of a project; those of a project that is built for several frameworks count once.</summary>
    /// <param name="projectFile">The file of the project.</param>
    /// <param name="compilation">Its code, for one framework.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public void Add(string projectFile, Compilation compilation, CancellationToken cancellationToken)
    {
        if (AspectSymbols.TryCreate(compilation) is not { } symbols)
        {
            return;
        }

        foreach (var method in MethodsIn(compilation.Assembly.GlobalNamespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CoverageRules.Judge(method, symbols) is { } judged && _seen.Add((projectFile, method.GetDocumentationCommentId())))
            {
                ListOf(projectFile, judged.Component).Add(judged);
            }
        }
    }

    private List<MethodCoverage> ListOf(string projectFile, string component)
    {
        var key = (Path.GetFileNameWithoutExtension(projectFile), component);
        return _components.TryGetValue(key, out var list) ? list : _components[key] = [];
    }

    private ComponentCoverage Summarize((string Project, string Component) key, List<MethodCoverage> methods) => new(
        key.Component,
        key.Project,
        methods.Count(static method => method.IsRequired),
        methods.Count(static method => method is { IsRequired: true, Missing.Count: 0 }),
        methods.Where(static method => method.IsTraced).Select(static method => method.Operation).Distinct(StringComparer.Ordinal).Count(),
        [.. methods.Where(static method => method.Missing.Count > 0).Select(Locate).OrderBy(static method => method.File, StringComparer.Ordinal).ThenBy(static method => method.Line)]);

    private UncoveredMethod Locate(MethodCoverage method)
    {
        var place = method.Symbol.Locations[0].GetMappedLineSpan();
        var file = Path.GetRelativePath(folder, place.Path).Replace('\\', '/');
        return new UncoveredMethod(method.Symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), file, place.StartLinePosition.Line + 1, method.Missing);
    }

    private static IEnumerable<IMethodSymbol> MethodsIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is IMethodSymbol method)
            {
                yield return method;
            }
            else if (member is INamespaceOrTypeSymbol nested)
            {
                foreach (var inner in MethodsIn(nested))
                {
                    yield return inner;
                }
            }
        }
    }
}
