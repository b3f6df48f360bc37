using System.Diagnostics;
using System.Net;
using System.Text;
using LlmAspects.Components.Orchestration;
using LlmAspects.Testing;

namespace LlmAspects.Components.Tests.Orchestration;

/// <summary>A real process that carries out a workflow against a real server, is killed in the middle and started again.</summary>
/// <param name="store">The store that the process keeps its workflow in.</param>
/// <param name="storeArguments">What tells the process so.</param>
internal sealed class KilledWorkflow(IWorkflowCheckpointStore store, params string[] storeArguments)
{
    private const int Nodes = 60;

    /// <summary>Checks that no node is asked for again that had ended when the process was killed.</summary>
    /// <param name="afterNodes">When it is killed.</param>
    public async Task ShouldResumeAsync(int afterNodes)
    {
        await using var server = new LoopbackServer(Answer);

        string[] reported = await RunAsync(server, killAfter: afterNodes);
        string[] kept = [.. (await store.LoadAsync(new WorkflowCheckpointKey("", "killed"))).Select(node => node.Step)];
        string[] again = await RunAsync(server, killAfter: null);

        Of(reported, "NodeFinished").ShouldBeSubsetOf(kept);
        kept.Length.ShouldBeInRange(afterNodes, Nodes - 1);
        Of(again, "NodeRestored").ShouldBe(kept, ignoreOrder: true);
        Of(again, "NodeFinished").Concat(kept).Order().ShouldBe(Enumerable.Range(0, Nodes).Select(node => $"n{node}").Order());
        again[^1].Trim().ShouldBe("Completed");
        Dictionary<string, int> calls = server.Bodies.CountBy(body => body).ToDictionary();
        kept.ShouldAllBe(node => calls[node] == 1);
        // What was on its way when the process died is asked once more.
        calls.Values.Max().ShouldBeLessThanOrEqualTo(2);
        calls.Count.ShouldBe(Nodes);
    }

    private static Task Answer(HttpListenerResponse response, string body)
    {
        try
        {
            response.Close(Encoding.UTF8.GetBytes("did " + body), willBlock: true);
        }
        catch (Exception error) when (error is HttpListenerException or IOException)
        {
            // The process that asked is dead.
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> Of(string[] lines, string kind) => lines.Where(line => line.StartsWith(kind + " ", StringComparison.Ordinal)).Select(line => line[(kind.Length + 1)..]);

    private async Task<string[]> RunAsync(LoopbackServer server, int? killAfter)
    {
        string host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        using Process process = Process.Start(new ProcessStartInfo(host, ["exec", Path.Combine(AppContext.BaseDirectory, "LlmAspects.WorkflowProgram.dll"), server.Address, $"{Nodes}", .. storeArguments]) { RedirectStandardOutput = true })!;
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (Of([.. lines], "NodeFinished").Count() == killAfter)
            {
                // SIGKILL on Unix: nothing is closed or flushed.
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        (process.ExitCode == 0).ShouldBe(killAfter is null);
        return [.. lines];
    }
}
