using System.Globalization;
using LlmAspects.Cli.Terminal;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Cli.Coverage;

/// <summary>Runs <c>coverage</c>: loads, asks, writes, and compares with the least that is allowed.</summary>
/// <param name="terminal">Where people read.</param>
/// <param name="output">Standard output, for what programs read.</param>
internal sealed class CoverageRunner(ITerminal terminal, TextWriter output)
{
    public async Task<int> RunAsync(CoverageOptions options, CancellationToken cancellationToken)
    {
        string path = SolutionPath.Find(options.Path);
        CoverageReport report = await CollectAsync(path, options, cancellationToken).ConfigureAwait(false);
        foreach (string problem in report.Problems)
        {
            terminal.Notice(problem);
        }

        Write(report, options);
        return Judge(report, options.Min);
    }

    private async Task<CoverageReport> CollectAsync(string path, CoverageOptions options, CancellationToken cancellationToken)
    {
        using var loader = new SolutionLoader(terminal);
        LoadedSolution solution = await loader.LoadAsync(path, options.Configuration, cancellationToken).ConfigureAwait(false);
        var collector = new CoverageCollector(Path.GetDirectoryName(path)!);
        var problems = new List<string>(solution.Problems);
        await terminal.RunWithProgressAsync("Asking the rules", solution.Projects.Count, async progress =>
        {
            for (int i = 0; i < solution.Projects.Count; i++)
            {
                problems.AddRange(await AddAsync(collector, solution.Projects[i], options, cancellationToken).ConfigureAwait(false));
                progress.Report(i + 1);
            }
        }).ConfigureAwait(false);
        return new CoverageReport(Path.GetFileName(path), collector.Components, problems);
    }

    private static async Task<IEnumerable<string>> AddAsync(CoverageCollector collector, Project project, CoverageOptions options, CancellationToken cancellationToken)
    {
        if (!options.IncludeTests && ProjectRules.IsTest(project))
        {
            return [];
        }

        Compilation compilation = (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        collector.Add(project.FilePath ?? project.Name, compilation, project.AnalyzerOptions.AnalyzerConfigOptionsProvider, cancellationToken);
        return ProjectRules.FindError(project, compilation, cancellationToken) is { } error ? [error] : [];
    }

    private void Write(CoverageReport report, CoverageOptions options)
    {
        string text = options.Format switch
        {
            CoverageFormat.Json => CoverageJson.Write(report),
            CoverageFormat.Markdown => CoverageMarkdown.Write(report),
            _ => CoverageTable.Write(report),
        };
        if (options.IsForProgram)
        {
            output.Write(text);
            return;
        }

        if (options.Output is { } file)
        {
            OutputFile.Write(file, text, "The coverage");
        }

        terminal.Text(CoverageTable.Write(report).TrimEnd());
    }

    // What could not be looked at may lack aspects, so nothing can be promised for it.
    private int Judge(CoverageReport report, double? min)
    {
        if (min is not { } least || (report.Percent >= least && report.Problems.Count == 0))
        {
            return ExitCodes.Success;
        }

        terminal.Error(report.Percent < least
            ? string.Create(CultureInfo.InvariantCulture, $"Coverage is {CoverageTable.Percent(report.Percent)}, below the {least} % of --min.")
            : "Coverage is incomplete, because not everything could be loaded; --min cannot be promised.");
        return ExitCodes.Failure;
    }
}
