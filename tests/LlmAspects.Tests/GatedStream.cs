namespace LlmAspects.Tests;

/// <summary>A stream whose pulls end when its gate does.</summary>
internal sealed class GatedStream(Task<bool> gate) : IAsyncEnumerable<int>, IAsyncEnumerator<int>
{
    public int Current => 1;

    public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

    public ValueTask<bool> MoveNextAsync() => new(gate);

    public ValueTask DisposeAsync() => default;
}
