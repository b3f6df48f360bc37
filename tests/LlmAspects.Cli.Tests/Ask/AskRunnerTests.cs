using LlmAspects.Cli.Ask;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Tests.Ask;

public sealed class AskRunnerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CancelledWhileADocumentIsIndexed_EndsWithoutWaitingForIt()
    {
        _folder.Write("a.md", "The manager approves a refund.");
        using var cancellation = new CancellationTokenSource();
        using var terminal = new BusyTerminal(cancellation);
        var runner = new AskRunner(terminal, _ => null, _folder.Root, TimeProvider.System);

        await Should.ThrowAsync<OperationCanceledException>(
            runner.RunAsync(new AskOptions { Question = "Who approves a refund?", Docs = _folder.Root }, cancellation.Token));

        terminal.IsBusy.ShouldBeTrue();
    }

    /// <summary>Cancels while the progress of the first document is being taken, and holds the indexing there.</summary>
    private sealed class BusyTerminal(CancellationTokenSource cancellation) : ITerminal, IProgress<int>, IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
        private readonly ManualResetEventSlim _reached = new();
        private readonly ManualResetEventSlim _released = new();

        public bool IsBusy => !_released.IsSet;

        public async Task RunWithProgressAsync(string title, int total, Func<IProgress<int>, Task> work)
        {
            Task indexing = work(this);
            _reached.Wait(Patience).ShouldBeTrue();
            await cancellation.CancelAsync();
            await indexing;
        }

        public Task RunWithStatusAsync(string title, Func<IProgress<string>, Task> work) => throw new InvalidOperationException("The number of documents is known.");

        public void Report(int value)
        {
            _reached.Set();
            if (!_released.Wait(Patience))
            {
                _released.Set();
            }
        }

        public void Heading(string text) => throw new InvalidOperationException("No question is asked after a cancellation.");

        public void Text(string text)
        {
        }

        public void Detail(string text)
        {
        }

        public void Notice(string text)
        {
        }

        public void Error(string text) => throw new InvalidOperationException(text);

        public void Dispose() => _released.Set();
    }
}
