using System.Collections.Concurrent;
using System.Diagnostics;
using LlmAspects.Testing;

namespace LlmAspects.ReceiverTests.Servers;

/// <summary>A server of a test: what it says is kept for the message of a failure, and it is stopped by its process.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _lines);

    public static ServerProcess Start(Tool tool, params string[] arguments) => new(Process.Start(new ProcessStartInfo(tool.Path, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!);

    /// <summary>Waits for an answer of the server; fails at once, with what it said, when it has ended.</summary>
    public Task<T> EventuallyAsync<T>(string what, Func<Task<T?>> probe)
        where T : class
        => Eventually.GetAsync(what, () => _process.HasExited ? throw new InvalidOperationException($"{what}: the server ended. {Output}") : probe(), () => $"The server said:\n{Output}");

    /// <summary>The rest of the first line that begins so.</summary>
    public string? Said(string beginning)
        => _lines.Select(static line => line.Trim()).FirstOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal))?[beginning.Length..].Trim();

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }
}
