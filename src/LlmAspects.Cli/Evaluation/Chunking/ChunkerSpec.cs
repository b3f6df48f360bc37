using System.Globalization;
using LlmAspects.Components.Chunking;

namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>Reads what is to be compared.</summary>
internal static class ChunkerSpec
{
    private static readonly Dictionary<string, ChunkingStrategyKind> Kinds =
        Enum.GetValues<ChunkingStrategyKind>().ToDictionary(static kind => ChunkingStrategies.Create(kind).Name, StringComparer.Ordinal);

    /// <exception cref="CliException">A text is not the name of a strategy with a cap of at least 16.</exception>
    public static IReadOnlyList<SemanticChunker> Parse(IReadOnlyList<string> specs) => [.. specs.Select(static spec =>
    {
        string[] parts = spec.Split(':');
        return parts.Length == 2 && Kinds.TryGetValue(parts[0], out ChunkingStrategyKind kind) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int cap) && cap >= 16
            ? SemanticChunker.Of(kind, new ChunkingOptions { MaxLength = cap })
            : throw new CliException($"'{spec}' is no chunker: it needs one of {string.Join(", ", Kinds.Keys)}, a colon and a cap of at least 16.", ExitCodes.Usage);
    })];
}
