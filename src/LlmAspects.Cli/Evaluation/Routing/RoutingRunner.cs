using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation.Routing;

/// <summary>Runs <c>eval routing</c>: reads, learns, scores, writes.</summary>
/// <param name="terminal">Where people read.</param>
/// <param name="writer">Where the figures go.</param>
/// <param name="currentFolder">Where relative paths begin.</param>
internal sealed class RoutingRunner(ITerminal terminal, FigureWriter writer, string currentFolder)
{
    public async Task<int> RunAsync(RoutingOptions options, CancellationToken cancellationToken)
    {
        var evaluator = new RoutingEvaluator(options.StrongShare);
        IReadOnlyList<RoutingScore> scores = options.Data is { } path
            ? await CrossValidateAsync(evaluator, [.. DataFiles.SomeIn(Path.GetFullPath(path, currentFolder), JsonLines.Ending).Select(file => Read(file, options))], options, cancellationToken).ConfigureAwait(false)
            : await TestAsync(evaluator, Read(options.Train!, options), Read(options.Test!, options), cancellationToken).ConfigureAwait(false);
        writer.Write(options.Output, RoutingFigures.Of(scores), () => RoutingTable.Write(scores));
        return ExitCodes.Success;
    }

    private RoutingData Read(string file, RoutingOptions options)
    {
        var data = RoutingData.Read(Path.GetFullPath(file, currentFolder));
        return options.StrongShare is null || data.Models.Count == 2
            ? data
            : throw new CliException($"--strong-share needs two models, but '{file}' has {data.Models.Count}: {string.Join(", ", data.Models)}.", ExitCodes.Usage);
    }

    private async Task<IReadOnlyList<RoutingScore>> CrossValidateAsync(
        RoutingEvaluator evaluator, IReadOnlyList<RoutingData> files, RoutingOptions options, CancellationToken cancellationToken)
    {
        var scores = new List<RoutingScore>();
        foreach ((RoutingData data, (string name, IReadOnlyList<int[]> folds, IReadOnlyList<string?>? clusters)) in files.SelectMany(file => DivisionsOf(file, options).Select(division => (file, division))))
        {
            await terminal.RunWithProgressAsync($"Learning, {data.Name}, folds {name}", options.Folds * options.Seeds, progress =>
                Task.Run(() => scores.AddRange(evaluator.CrossValidate(data, folds, name, clusters, progress, cancellationToken)), cancellationToken)).ConfigureAwait(false);
        }

        return scores;
    }

    private static IReadOnlyList<Division> DivisionsOf(RoutingData data, RoutingOptions options) =>
        Division.Of([.. data.Questions.Select(static question => question.Group)], options.Folds, options.Seeds);

    private async Task<IReadOnlyList<RoutingScore>> TestAsync(RoutingEvaluator evaluator, RoutingData train, RoutingData test, CancellationToken cancellationToken)
    {
        if (!train.Models.SequenceEqual(test.Models))
        {
            throw new CliException($"The files have other models: {string.Join(", ", train.Models)} and {string.Join(", ", test.Models)}.", ExitCodes.Usage);
        }

        IReadOnlyList<RoutingScore> scores = [];
        await terminal.RunWithProgressAsync("Learning", total: 1, progress => Task.Run(
            () =>
            {
                scores = evaluator.Test(train, test, cancellationToken);
                progress.Report(1);
            },
            cancellationToken)).ConfigureAwait(false);
        return scores;
    }
}
