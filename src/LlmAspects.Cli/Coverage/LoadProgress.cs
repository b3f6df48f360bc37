using System.Globalization;
using LlmAspects.Cli.Terminal;
using Microsoft.CodeAnalysis.MSBuild;

namespace LlmAspects.Cli.Coverage;

/// <summary>Tells of each project when it is loaded.</summary>
internal sealed class LoadProgress(ITerminal terminal) : IProgress<ProjectLoadProgress>
{
    private readonly Lock _gate = new();
    private int _loaded;

    public void Report(ProjectLoadProgress value)
    {
        // The last of the three steps of a project.
        if (value.Operation != ProjectLoadOperation.Resolve)
        {
            return;
        }

        lock (_gate)
        {
            var framework = value.TargetFramework is { Length: > 0 } name ? $" ({name})" : "";
            terminal.Detail(string.Create(CultureInfo.InvariantCulture, $"loaded {++_loaded}: {Path.GetFileNameWithoutExtension(value.FilePath)}{framework}"));
        }
    }
}
