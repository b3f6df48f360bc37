using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting.Models;

/// <summary>Checks all models and names each problem by its key in the configuration and the id of the model.</summary>
internal sealed class ModelCatalogOptionsValidator(IConfiguration section) : IValidateOptions<ModelCatalogOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelCatalogOptions options)
    {
        if (options.Models.Count == 0)
        {
            return ValidateOptionsResult.Fail($"{PathOf(nameof(options.Models))} has no model. Add at least one.");
        }

        List<string> problems = [];
        string[] keys = [.. options.Models.Select((_, index) => KeyOf(index))];
        for (int index = 0; index < keys.Length; index++)
        {
            ModelOptions model = options.Models[index];
            problems.AddRange(ModelOptionsRules.Check(model).Select(found => Describe(keys[index], found.Member, model, found.Problem)));
            int twin = Enumerable.Range(0, index).FirstOrDefault(other => string.Equals(options.Models[other].Id, model.Id, StringComparison.Ordinal), -1);
            if (twin >= 0 && model.Id is not null)
            {
                problems.Add(Describe(keys[index], nameof(model.Id), model, $"is that of {keys[twin]} too; give each model an id of its own"));
            }
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string Describe(string key, string member, ModelOptions model, string problem) =>
        $"{key}:{member}{(string.IsNullOrWhiteSpace(model.Id) ? "" : $" of the model '{model.Id}'")} {problem}.";

    // Models may have names in the configuration instead of numbers, and some may be added by code.
    private string KeyOf(int index) =>
        section.GetSection(nameof(ModelCatalogOptions.Models)).GetChildren().ElementAtOrDefault(index)?.Path ?? PathOf($"{nameof(ModelCatalogOptions.Models)}:{index}");

    private string PathOf(string key) => section is IConfigurationSection { Path: var path } ? $"{path}:{key}" : key;
}
