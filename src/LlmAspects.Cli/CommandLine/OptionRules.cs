using System.CommandLine;

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
}
