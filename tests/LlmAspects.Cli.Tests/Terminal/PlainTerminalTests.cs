using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Tests.Terminal;

public sealed class PlainTerminalTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void EveryText_IsMadeHarmless()
    {
        var terminal = new PlainTerminal(_output, _error);

        terminal.Heading("h\u001b");
        terminal.Text("t\u001b");
        terminal.Detail("d\u001b");
        terminal.Notice("n\u001b");
        terminal.Error("e\u001b");

        _output.ToString().ShouldNotContain('\u001b');
        _output.ToString().ShouldContain("note: n\n");
        _error.ToString().ShouldBe("error: e\n");
    }

    [Fact]
    public async Task Progress_IsOneLineATenth()
    {
        var terminal = new PlainTerminal(_output, _error);

        await terminal.RunWithProgressAsync("Indexing", 1000, progress =>
        {
            for (int i = 1; i <= 1000; i++)
            {
                progress.Report(i);
            }

            return Task.CompletedTask;
        });

        string[] lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(10);
        lines[^1].ShouldBe("Indexing: 1000 of 1000");
    }

    [Fact]
    public async Task Status_IsNotWritten()
    {
        var terminal = new PlainTerminal(_output, _error);
        bool worked = false;

        await terminal.RunWithStatusAsync("Indexing", status =>
        {
            status.Report("1 file");
            worked = true;
            return Task.CompletedTask;
        });

        worked.ShouldBeTrue();
        (_output.ToString() + _error).ShouldBe("");
    }
}
