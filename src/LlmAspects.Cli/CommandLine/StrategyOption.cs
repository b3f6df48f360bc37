using System.CommandLine;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The option that says what pieces are ranked by, in words that name what is compared.</summary>
internal static class StrategyOption
{
    private const string Names = "words, vectors or hybrid";

    /// <summary>The option; without it the ranking is by words.</summary>
    public static Option<RetrievalStrategy> Create(string description)
    {
        var option = new Option<RetrievalStrategy>("--strategy")
        {
            Description = $"{description} [default: words]",
            HelpName = "words|vectors|hybrid",
            CustomParser = result =>
            {
                if (Parse(result.Tokens[0].Value) is { } strategy)
                {
                    return strategy;
                }

                result.AddError($"--strategy is {Names}.");
                return default;
            },
        };
        option.CompletionSources.Add("words", "vectors", "hybrid");
        return option;
    }

    private static RetrievalStrategy? Parse(string name) => name switch
    {
        "words" => RetrievalStrategy.Bm25,
        "vectors" => RetrievalStrategy.Vector,
        "hybrid" => RetrievalStrategy.Hybrid,
        _ => null,
    };
}
