using System.CommandLine;
using System.CommandLine.Parsing;

namespace LlmAspects.Cli.CommandLine;

/// <summary>What options must be beyond their type.</summary>
internal static class OptionRules
{
    /// <summary>Adds a rule; a value that could not be read has an error already and gets no second one.</summary>
    /// <param name="option">The option.</param>
    /// <param name="isValid">The rule.</param>
    /// <param name="message">What a user is told.</param>
    public static void Require<T>(this Option<T> option, Func<T?, bool> isValid, string message) => option.Validators.Add(result =>
    {
        if (!result.Errors.Any() && !isValid(result.GetValueOrDefault<T>()))
        {
            result.AddError(message);
        }
    });

    /// <summary>Refuses an empty name: in a script it is a variable that is not set, and must not become the current folder.</summary>
    /// <param name="option">The option.</param>
    /// <param name="kind">What it names: "folder".</param>
    public static void RequireName(this Option<string?> option, string kind) => option.Validators.Add(result =>
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{result.IdentifierToken?.Value} needs the name of a {kind}.");
        }
    });

    /// <summary>Says what is wrong with the words of a question or query.</summary>
    /// <param name="result">Where it is said.</param>
    /// <param name="words">The words; <see langword="null"/> when there are none.</param>
    /// <param name="what">What they are: "question".</param>
    /// <returns>Whether they can be used, or are missing.</returns>
    public static bool RequireWords(this CommandResult result, string? words, string what)
    {
        if (words is not null && string.IsNullOrWhiteSpace(words))
        {
            result.AddError($"The {what} is empty.");
            return false;
        }

        if (words is ['-', ..] && !words.Contains(' ', StringComparison.Ordinal))
        {
            // The parser takes an unknown option for the argument that is still missing.
            result.AddError($"'{words}' is not an option of {result.Command.Name}.");
            return false;
        }

        return true;
    }
}
