using LlmAspects.Cli.Evaluation.Ensembling;
using LlmAspects.Cli.Models;
using LlmAspects.Components.Ensembling;

namespace LlmAspects.Cli.Ask;

/// <summary>Which models are asked, and how.</summary>
/// <param name="Strategy">How.</param>
/// <param name="Models">The models, at least one.</param>
/// <param name="Members">The members of the panel; empty without one.</param>
internal sealed record AskPlan(AskStrategy Strategy, IReadOnlyList<ModelSpec> Models, IReadOnlyList<EnsembleMember> Members)
{
    /// <summary>The panel of all members, whose votes wait for each other so that all of them can be shown.</summary>
    public EnsembleOptions Panel { get; private init; } = new() { StopEarly = false };

    /// <summary>The model when there is just one; <see langword="null"/> with a panel.</summary>
    public ModelSpec? Only => Models.Count == 1 ? Models[0] : null;

    public bool IsLocal => Models.All(model => model.Provider == ModelProvider.Local);

    /// <summary>Whether the question is divided and its parts are carried out as a workflow.</summary>
    public bool IsWorkflow => Strategy is not (AskStrategy.Single or AskStrategy.Ensemble);

    /// <exception cref="CliException">A model is not known, its key is missing, its endpoint is not acceptable, two members are the same model, or the outcomes are not theirs.</exception>
    public static AskPlan Of(AskOptions options, ModelSelector selector, string currentFolder)
    {
        AskPlan plan = Choose(options, selector);
        return options.Outcomes is null ? plan : plan with { Panel = plan.Panel with { KnownOutcomes = OutcomesOf(options.Outcomes, plan, currentFolder) } };
    }

    private static AskPlan Choose(AskOptions options, ModelSelector selector)
    {
        AskStrategy strategy = options.Strategy ?? (options.Ensemble is null ? AskStrategy.Single : AskStrategy.Ensemble);
        if (options.Ensemble is { } entries)
        {
            ModelSpec[] models = [.. entries.Select(entry => selector.Select(entry.Model, options.Insecure))];
            RequireDistinct(models);
            return new AskPlan(strategy, models, [.. models.Zip(entries, (model, entry) => new EnsembleMember(model.Id, entry.Weight))]);
        }

        return strategy == AskStrategy.Ensemble
            ? new AskPlan(strategy, LocalModels.All, [.. LocalModels.All.Select(model => new EnsembleMember(model.Id))])
            : new AskPlan(strategy, [selector.Select(options.Model, options.Insecure)], []);
    }

    private static IReadOnlyList<PanelOutcome> OutcomesOf(string file, AskPlan plan, string currentFolder)
    {
        var data = EnsembleData.Read(Path.GetFullPath(file, currentFolder));
        return data.For([.. plan.Members.Select(static member => member.ModelId)])
            ?? throw new CliException($"'{file}' has answers of {string.Join(", ", data.Models)}; those of {string.Join(", ", plan.Members.Select(static member => member.ModelId).Except(data.Models))} are missing.", ExitCodes.Usage);
    }

    private static void RequireDistinct(IEnumerable<ModelSpec> models)
    {
        if (models.CountBy(model => model.Id, StringComparer.Ordinal).FirstOrDefault(pair => pair.Value > 1).Key is { } twice)
        {
            throw new CliException($"--ensemble names the model '{twice}' twice. Give it one greater weight instead.", ExitCodes.Usage);
        }
    }
}
