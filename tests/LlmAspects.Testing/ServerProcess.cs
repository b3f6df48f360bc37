using System.Collections.Concurrent;
using System.Diagnostics;

namespace LlmAspects.Testing;

/// <summary>A server of a test: what it says is kept for the message of a failure, and it is stopped by its process.</summary>
public sealed class ServerProcess : IAsyncDisposable
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

    /// <summary>What it said so far.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Starts a tool as a server.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="arguments">Its arguments, each as it is.</param>
    public static ServerProcess Start(Tool tool, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return Start(tool.Path, arguments);
    }

    /// <summary>Starts a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments, each as it is.</param>
    public static ServerProcess Start(string program, params string[] arguments) => new(Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!);

    /// <summary>Waits for an answer of the server; fails at once, with what it said, when it has ended.</summary>
    /// <param name="what">What is waited for, for the message of the failure.</param>
    /// <param name="probe">Asks once; null means not yet.</param>
    public Task<T> EventuallyAsync<T>(string what, Func<Task<T?>> probe)
        where T : class
        => Eventually.GetAsync(what, () => _process.HasExited ? throw new InvalidOperationException($"{what}: the server ended. {Output}") : probe(), () => $"The server said:\n{Output}");

    /// <summary>The rest of the first line that begins so.</summary>
    /// <param name="beginning">How the line begins.</param>
    public string? Said(string beginning)
        => _lines.Select(static line => line.Trim()).FirstOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal))?[beginning.Length..].Trim();

    /// <summary>Kills it.</summary>
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
