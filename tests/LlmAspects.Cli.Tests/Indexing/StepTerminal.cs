using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Tests.Indexing;

/// <summary>Does something after the first step of the work, and keeps what is noticed.</summary>
internal sealed class StepTerminal(Action afterFirst) : ITerminal, IProgress<string>
{
    public List<string> Notices { get; } = [];

    public List<string> Steps { get; } = [];

    public Task RunWithStatusAsync(string title, Func<IProgress<string>, Task> work) => work(this);

    public void Report(string value)
    {
        Steps.Add(value);
        if (Steps.Count == 1)
        {
            afterFirst();
        }
    }

    public void Notice(string text) => Notices.Add(text);

    public void Heading(string text)
    {
    }

    public void Text(string text)
    {
    }

    public void Detail(string text)
    {
    }

    public void Error(string text) => throw new InvalidOperationException(text);

    public Task RunWithProgressAsync(string title, int total, Func<IProgress<int>, Task> work) => throw new InvalidOperationException("The number of files is not known.");
}
