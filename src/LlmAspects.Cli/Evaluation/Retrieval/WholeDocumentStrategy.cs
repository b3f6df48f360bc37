using LlmAspects.Components.Chunking;

namespace LlmAspects.Cli.Evaluation.Retrieval;

/// <summary>Leaves a document in one piece, whatever its length.</summary>
internal sealed class WholeDocumentStrategy : IChunkingStrategy
{
    public string Name => "whole";

    public IReadOnlyList<TextChunk> Split(ReadOnlyMemory<char> text, ChunkingOptions options) => text.IsEmpty ? [] : [new TextChunk(0, text.Length)];
}
