using System.CommandLine;
using LlmAspects.Cli.Ask;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The option that says how many models answer, and how they share the question.</summary>
internal static class AskStrategyOption
{
    private static readonly string[] Names = Array.ConvertAll(Enum.GetNames<AskStrategy>(), name => name.ToLowerInvariant());

    public static Option<AskStrategy?> Create()
    {
        var option = new Option<AskStrategy?>("--strategy")
        {
            Description = "How the question is answered: by one model, by a panel (ensemble), or divided into parts that a workflow answers. [default: single; ensemble with --ensemble]",
            HelpName = string.Join('|', Names),
            CustomParser = result =>
            {
                AskStrategy? strategy = Find(result.Tokens[0].Value);
                if (strategy is null)
                {
                    result.AddError($"--strategy is one of {string.Join(", ", Names)}.");
                }

                return strategy;
            },
        };
        option.CompletionSources.Add(Names);
        return option;
    }

    /// <summary>The strategy with a name; <see langword="null"/> when there is none.</summary>
    public static AskStrategy? Find(string name)
    {
        int place = Array.IndexOf(Names, name);
        return place < 0 ? null : Enum.GetValues<AskStrategy>()[place];
    }
}
