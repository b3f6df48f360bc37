using LlmAspects.Components.Models;
using LlmAspects.Components.Routing;

namespace LlmAspects.Cli.Models;

/// <summary>The embedded models.</summary>
internal static class LocalModels
{
    /// <summary>All of them, the default one first.</summary>
    public static IReadOnlyList<ModelSpec> All { get; } = [.. Enum.GetValues<ExtractiveSelection>().Select(selection => new ModelSpec(ModelProvider.Local, ExtractiveModel.InfoOf(selection).Id))];

    /// <summary>The model with a name: its id, <c>local/</c> and its id, or <c>local</c> for the default one; <see langword="null"/> when it is no embedded model.</summary>
    public static ModelSpec? Find(string name)
    {
        const string prefix = "local/";
        string id = name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? name[prefix.Length..] : name;
        return name.Equals("local", StringComparison.OrdinalIgnoreCase) ? All[0] : All.FirstOrDefault(model => model.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
    }

    public static bool Contains(string? id) => All.Any(model => model.Id == id);

    public static ExtractiveChatClient CreateClient(string id) => new(selection: SelectionOf(id));

    public static ModelInfo Describe(string id) => ExtractiveModel.InfoOf(SelectionOf(id));

    private static ExtractiveSelection SelectionOf(string id) => Enum.GetValues<ExtractiveSelection>().Single(selection => ExtractiveModel.InfoOf(selection).Id == id);
}
