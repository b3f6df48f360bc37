using System.Text.Json;

namespace LlmAspects.Components.Prompting;

/// <summary>Which values variables may have, and those that a request sets itself.</summary>
internal static class VariableRules
{
    private const string True = "true";

    /// <exception cref="PromptException">A value is too long or has control characters.</exception>
    public static void Check(IReadOnlyDictionary<string, string> variables, int maxLength)
    {
        foreach ((string name, string value) in variables)
        {
            if (value is null || value.Length > maxLength || value.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            {
                throw new PromptException("prompt_variable_invalid", $"The value of the variable '{name}' is missing, longer than {maxLength} code units, or has control characters.");
            }
        }
    }

    /// <summary>The variables that every template can use.</summary>
    public static IReadOnlyDictionary<string, string?> Implied(PromptRequest request) => new Dictionary<string, string?>
    {
        ["task"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(request.Task.ToString()),
        ["has_context"] = request.Context.Count > 0 ? True : null,
        ["has_examples"] = request.Examples.Count > 0 ? True : null,
    };
}
