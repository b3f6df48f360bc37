using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Retrieval;

/// <summary>Embeds by a table: the first key that a text contains names its vector. Counts what it is asked.</summary>
internal sealed class FakeEmbedder(params (string Key, float[] Vector)[] table) : IEmbeddingGenerator<string, Embedding<float>>
{
    public List<string> Asked { get; } = [];

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        Asked.AddRange(texts);
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(table.First(row => text.Contains(row.Key, StringComparison.Ordinal)).Vector))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
