using System.Globalization;
using CsCheck;
using LlmAspects.Components.Chunking;

namespace LlmAspects.Components.Tests.Chunking;

/// <summary>Random documents with caps and overlaps, for what must hold for all of them.</summary>
internal sealed record ChunkingCase(string Text, ChunkingOptions Options, bool Markdown)
{
    // Pieces of Markdown, line breaks, pairs, lone surrogates, right-to-left and zero-width characters, and anything at all.
    private static readonly string[] Snippets =
    [
        "# H\n", "## Sub\r\n", "#\n", "\n", "\r\n", "\r", "\n\n", " ", "```\n", "~~~~\n", "- item ", "1. x", "| a | b |\n", "word ", "End. ", "e.g. ", "今日は。", "😀", "👩‍👩‍👧",
        "\uD83D", "\uDE00", "\u200B", "\u200D", "\u202E", "\u2028", "é", "e\u0301", "שלום ", "مرحبا. ", "x", "a much longer word: internationalization ", "[link](target)", "…\" ",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Snippets.Length - 1].Select(index => Snippets[index]),
        Gen.String).Array[0, 60].Select(string.Concat);

    private static readonly Gen<ChunkingOptions> AnyOptions = Gen.Select(
        Gen.Int[16, 80],
        Gen.Double[0, 0.5],
        Gen.Int[0, 7].Select(static number => number == 0 ? (int?)16 : number == 1 ? 24 : null),
        static (cap, share, tokens) => new ChunkingOptions { MaxLength = cap, MaxTokens = tokens, Overlap = Math.Min((int)(cap * share), tokens / 4 ?? cap) });

    public static readonly Gen<ChunkingCase> Cases = Gen.Select(Texts, AnyOptions, Gen.Bool, static (text, options, markdown) => new ChunkingCase(text, options, markdown));

    /// <summary>How many documents each property is tried on: 300 unless <c>LLMASPECTS_CHUNKING_DOCUMENTS</c> says another number.</summary>
    public static int Documents { get; } =
        int.Parse(Environment.GetEnvironmentVariable("LLMASPECTS_CHUNKING_DOCUMENTS") ?? "300", CultureInfo.InvariantCulture);

    public IReadOnlyList<TextChunk> Split(ChunkingStrategyKind kind) => ChunkingStrategies.Create(kind, Markdown).Split(Text.AsMemory(), Options);

    public bool CutsAt(int position) =>
        position > 0 && position < Text.Length
        && (char.IsSurrogatePair(Text[position - 1], Text[position]) || (Text[position - 1] == '\r' && Text[position] == '\n'));
}
