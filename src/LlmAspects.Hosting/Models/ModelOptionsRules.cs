using LlmAspects.Components;
using LlmAspects.Components.Routing;

namespace LlmAspects.Hosting.Models;

/// <summary>What is wrong with a model in configuration: the member and what it must be. Pure.</summary>
internal static class ModelOptionsRules
{
    // Every flag that there is: configuration takes numbers for names.
    private static readonly ModelCapabilities Known = Enum.GetValues<ModelCapabilities>().Aggregate(static (all, each) => all | each);

    public static IEnumerable<(string Member, string Problem)> Check(ModelOptions model)
    {
        return Identity(model).Concat(Size(model)).Concat(Preference(model))
            .Where(static rule => !rule.Holds)
            .Select(static rule => (rule.Member, rule.Problem));
    }

    private static IEnumerable<Rule> Identity(ModelOptions model)
    {
        yield return new(!string.IsNullOrWhiteSpace(model.Id), nameof(model.Id), "is required");
        yield return new(!string.IsNullOrWhiteSpace(model.Provider), nameof(model.Provider), "is required");
        yield return new(model.Endpoint is null or { IsAbsoluteUri: true }, nameof(model.Endpoint), $"must be an absolute address, but is '{model.Endpoint}'");
        yield return new((model.Capabilities & ~Known) == 0, nameof(model.Capabilities), $"has capabilities that do not exist: {model.Capabilities & ~Known}");
        yield return new(model.Tasks.All(Enum.IsDefined<LlmTask>), nameof(model.Tasks), "has a task that does not exist");
    }

    private static IEnumerable<Rule> Size(ModelOptions model)
    {
        yield return new(model.ContextWindow >= 1, nameof(model.ContextWindow), $"must be at least 1, but is {model.ContextWindow}");
        yield return new(model.MaxOutputTokens >= 1, nameof(model.MaxOutputTokens), $"must be at least 1, but is {model.MaxOutputTokens}");
        yield return new(
            model.MaxOutputTokens <= model.ContextWindow || model.ContextWindow < 1,
            nameof(model.MaxOutputTokens),
            $"must fit the context window of {model.ContextWindow} tokens, but is {model.MaxOutputTokens}");
        yield return new(!(model.InputPricePerMillion < 0), nameof(model.InputPricePerMillion), $"must be at least 0, but is {model.InputPricePerMillion}");
        yield return new(!(model.OutputPricePerMillion < 0), nameof(model.OutputPricePerMillion), $"must be at least 0, but is {model.OutputPricePerMillion}");
    }

    private static IEnumerable<Rule> Preference(ModelOptions model)
    {
        TimeSpan limit = model.FirstTokenLimit ?? Timeout.InfiniteTimeSpan;
        yield return new(limit > TimeSpan.Zero || limit == Timeout.InfiniteTimeSpan, nameof(model.FirstTokenLimit), $"must be above 0, but is {limit}");
        yield return new(model.TypicalLatency >= TimeSpan.Zero, nameof(model.TypicalLatency), $"must be at least 0, but is {model.TypicalLatency}");
        yield return new(model.Priority is >= 0 and <= 1, nameof(model.Priority), FormattableString.Invariant($"must be from 0 to 1, but is {model.Priority}"));
        yield return new(model.Weight is >= 0 and < double.PositiveInfinity, nameof(model.Weight), FormattableString.Invariant($"must be a number from 0 on, but is {model.Weight}"));
    }

    private readonly record struct Rule(bool Holds, string Member, string Problem);
}
