using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Retrieval;

public class ContextPackerTests
{
    private static readonly ContextPacker Packer = new(new CharacterCounter(), "m");

    [Fact]
    public void Pieces_AreTakenWhileTheyFit()
    {
        // "[1] " and two line ends: 6 more than the text.
        PackedContext packed = Packer.Pack([Chunk("a", 0, 10), Chunk("b", 0, 30), Chunk("c", 0, 4)], 26);

        packed.Chunks.Select(chunk => chunk.DocumentId).ShouldBe(["a", "c"]);
        (packed.Tokens, packed.LeftOut).ShouldBe((26, 1));
    }

    [Fact]
    public void PieceInsideATakenOne_IsLeftOut()
    {
        PackedContext packed = Packer.Pack([Chunk("a", 10, 20), Chunk("a", 15, 5), Chunk("b", 15, 5), Chunk("a", 5, 10)], 1_000);

        packed.Chunks.Select(chunk => (chunk.DocumentId, chunk.Start)).ShouldBe([("a", 10), ("b", 15), ("a", 5)]);
        packed.LeftOut.ShouldBe(1);
    }

    [Fact]
    public void NoRoom_IsNothing() => Packer.Pack([Chunk("a", 0, 1)], 0).Chunks.ShouldBeEmpty();

    [Fact]
    public void NegativeRoom_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => Packer.Pack([], -1));

    private static RetrievedChunk Chunk(string id, int start, int length) => new(id, start, new string('x', length), 1);

    private sealed class CharacterCounter : ITokenCounter
    {
        public TokenCount CountText(string modelId, ReadOnlySpan<char> text) => TokenCount.Exact(text.Length);

        public TokenCount CountRequest(string modelId, IEnumerable<ChatMessage> messages, ChatOptions? options) => throw new NotSupportedException();
    }
}
