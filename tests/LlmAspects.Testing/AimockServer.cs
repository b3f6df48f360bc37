using System.Text.Json;
using System.Text.Json.Nodes;

namespace LlmAspects.Testing;

/// <summary>An independent server that speaks the protocols of OpenAI, Anthropic and Ollama on the loopback address, with answers by its rules.</summary>
public sealed class AimockServer : IAsyncDisposable
{
    /// <summary>Leads to the folder of the npm package.</summary>
    public const string Variable = "LLMASPECTS_AIMOCK";

    private static readonly HttpClient Http = new();

    private readonly ServerProcess _process;
    private readonly DirectoryInfo _folder;

    private AimockServer(ServerProcess process, DirectoryInfo folder, string address)
    {
        _process = process;
        _folder = folder;
        Address = address;
    }

    /// <summary>The folder of the npm package; <see langword="null"/> where it is not installed.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    /// <summary>The reason to skip a test: none in continuous integration, where it fails instead.</summary>
    internal static string? SkipReason => Folder is null && Environment.GetEnvironmentVariable("CI") != "true" ? Missing : null;

    private static string Missing => $"Set {Variable} to the folder of the npm package @copilotkit/aimock; .ci/run does.";

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="rules">What it answers; the first rule that fits counts.</param>
    public static async Task<AimockServer> StartAsync(params AimockRule[] rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("llmaspects-aimock-");
        string fixtures = Path.Combine(folder.FullName, "fixtures.json");
        string configuration = Path.Combine(folder.FullName, "config.json");
        await File.WriteAllTextAsync(fixtures, new JsonObject { ["fixtures"] = new JsonArray([.. rules.Select(static rule => rule.ToJson())]) }.ToJsonString());
        await File.WriteAllTextAsync(configuration, JsonSerializer.Serialize(new { llm = new { fixtures } }));
        ServerProcess process = ServerProcess.Start("node", Path.Combine(Folder ?? throw new InvalidOperationException(Missing), "dist", "aimock-cli.js"), "--config", configuration, "--port", "0");
        string address = await process.EventuallyAsync("The model server says where it listens", () => Task.FromResult(AddressIn(process.Output)));
        return new AimockServer(process, folder, address);
    }

    /// <summary>The models of the requests so far, in order.</summary>
    public async Task<IReadOnlyList<string?>> GetAskedModelsAsync()
    {
        using JsonDocument journal = JsonDocument.Parse(await Http.GetStringAsync(new Uri($"{Address}/__aimock/journal")));
        return [.. journal.RootElement.EnumerateArray().Select(static entry => entry.TryGetProperty("body", out JsonElement body) && body.TryGetProperty("model", out JsonElement model) ? model.GetString() : null)];
    }

    /// <summary>Stops it and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string? AddressIn(string output)
    {
        const string ready = "listening on ";
        int at = output.IndexOf(ready, StringComparison.Ordinal);
        return at < 0 ? null : output[(at + ready.Length)..].Split('\n')[0].Trim();
    }
}
