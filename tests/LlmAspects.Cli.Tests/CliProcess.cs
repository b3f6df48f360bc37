using System.Diagnostics;

namespace LlmAspects.Cli.Tests;

/// <summary>Runs the built tool as a process of its own, with no provider configured unless the test says so.</summary>
internal sealed class CliProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "LlmAspects.Cli.dll");

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private CliProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public static async Task<CliResult> RunAsync(string folder, string[] arguments, params (string Name, string Value)[] variables)
    {
        using CliProcess process = Start(folder, arguments, variables);
        return await process.WaitAsync();
    }

    /// <summary>Runs a line of bash in which <c>{0}</c> is the tool.</summary>
    public static async Task<CliResult> RunInShellAsync(string folder, string line)
    {
        using CliProcess process = Start(folder, "bash", ["-c", line.Replace("{0}", $"'{Host}' exec '{Tool}'", StringComparison.Ordinal)], []);
        return await process.WaitAsync();
    }

    public static CliProcess Start(string folder, string[] arguments, params (string Name, string Value)[] variables) =>
        Start(folder, Host, ["exec", Tool, .. arguments], variables);

    private static CliProcess Start(string folder, string program, string[] arguments, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("OPENAI_", StringComparison.Ordinal) || name.StartsWith("ANTHROPIC_", StringComparison.Ordinal) || name.StartsWith("OLLAMA_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return new CliProcess(Process.Start(start)!);
    }

    /// <summary>What Ctrl-C does.</summary>
    public void Interrupt()
    {
        using Process kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Ends it at once: SIGKILL on Unix, nothing is closed or flushed.</summary>
    public void Kill() => _process.Kill();

    public async Task<CliResult> WaitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The tool did not end within {Patience}. It wrote: {await _output}{await _error}");
        }

        return new CliResult(_process.ExitCode, await _output, await _error);
    }

    public void Dispose() => _process.Dispose();
}
