using System.Threading.Tasks.Sources;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>A result that can be taken once, as of a pooled value task.</summary>
internal sealed class OneShot : IValueTaskSource<int>
{
    public int Taken { get; private set; }

    public int GetResult(short token) => ++Taken == 1 ? 42 : throw new InvalidOperationException("taken twice");

    public ValueTaskSourceStatus GetStatus(short token) => ValueTaskSourceStatus.Succeeded;

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => continuation(state);
}
