using System.Collections.Concurrent;
using LlmAspects.Cli.Terminal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;

namespace LlmAspects.Cli.Coverage;

/// <summary>Opens a solution or project with the machine's own MSBuild.</summary>
internal sealed class SolutionLoader(ITerminal terminal) : IDisposable
{
    private readonly ConcurrentQueue<string> _failures = new();
    private MSBuildWorkspace? _workspace;

    /// <summary>Opens it; each project is told of when it is loaded.</summary>
    /// <param name="path">The full path of the solution or project.</param>
    /// <param name="configuration">The configuration to load.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="CliException">No project could be loaded.</exception>
    public async Task<LoadedSolution> LoadAsync(string path, string configuration, CancellationToken cancellationToken)
    {
        _workspace = MSBuildWorkspace.Create(new Dictionary<string, string> { ["Configuration"] = configuration });
        using var registration = _workspace.RegisterWorkspaceFailedHandler(failed =>
        {
            if (failed.Diagnostic.Kind == WorkspaceDiagnosticKind.Failure)
            {
                _failures.Enqueue(failed.Diagnostic.Message);
            }
        });

        var solution = await OpenAsync(_workspace, path, cancellationToken).ConfigureAwait(false);
        Project[] projects = [.. solution.Projects.Where(project => project.Language == LanguageNames.CSharp).OrderBy(project => project.Name, StringComparer.Ordinal)];
        return projects.Length > 0
            ? new LoadedSolution(projects, [.. _failures, .. projects.SelectMany(UnresolvedAnalyzers)])
            : throw new CliException(string.Join(Environment.NewLine, [$"No C# project of '{path}' could be loaded. Build it with 'dotnet build' first.", .. _failures]), ExitCodes.Failure);
    }

    public void Dispose() => _workspace?.Dispose();

    private async Task<Solution> OpenAsync(MSBuildWorkspace workspace, string path, CancellationToken cancellationToken)
    {
        var progress = new LoadProgress(terminal);
        if (!Path.GetExtension(path).Equals(".csproj", StringComparison.OrdinalIgnoreCase))
        {
            return await workspace.OpenSolutionAsync(path, progress, cancellationToken).ConfigureAwait(false);
        }

        var project = await workspace.OpenProjectAsync(path, progress, cancellationToken).ConfigureAwait(false);
        return project.Solution;
    }

    // Without its generators a project lacks half of its code; what is missing has to be known.
    private static IEnumerable<string> UnresolvedAnalyzers(Project project) =>
        project.AnalyzerReferences.OfType<UnresolvedAnalyzerReference>()
            .Select(reference => $"{project.Name}: the analyzer '{reference.FullPath}' does not exist. Build the solution with 'dotnet build' first.");
}
