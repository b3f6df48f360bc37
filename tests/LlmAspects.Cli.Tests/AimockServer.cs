using System.Diagnostics;
using System.Text.Json;

namespace LlmAspects.Cli.Tests;

/// <summary>An independent server that speaks the protocols of OpenAI, Anthropic and Ollama on the loopback address.</summary>
internal sealed class AimockServer : IAsyncDisposable
{
    public const string Variable = "LLMASPECTS_AIMOCK";
    private const string Ready = "listening on ";

    private readonly Process _process;

    private AimockServer(Process process, string address)
    {
        _process = process;
        Address = address;
    }

    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    public string Address { get; }

    /// <summary>Starts a server that gives one answer to every question with a word in it.</summary>
    /// <param name="folder">Where its configuration is written.</param>
    /// <param name="word">The word.</param>
    /// <param name="answer">The answer.</param>
    public static async Task<AimockServer> StartAsync(TempFolder folder, string word, string answer)
    {
        string fixtures = folder.Write("aimock/fixtures.json", JsonSerializer.Serialize(new { fixtures = new[] { new { match = new { userMessage = word }, response = new { content = answer } } } }));
        string configuration = folder.Write("aimock/config.json", JsonSerializer.Serialize(new { llm = new { fixtures } }));
        Process process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder!, "dist", "aimock-cli.js"), "--config", configuration, "--port", "0"])
        {
            RedirectStandardOutput = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync(patience.Token);
        }
        while (line is not null && !line.Contains(Ready, StringComparison.Ordinal));
        line.ShouldNotBeNull("The server ended before it listened.");
        return new AimockServer(process, line[(line.IndexOf(Ready, StringComparison.Ordinal) + Ready.Length)..].Trim());
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
