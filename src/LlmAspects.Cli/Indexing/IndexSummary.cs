using LlmAspects.Cli.Reports;

namespace LlmAspects.Cli.Indexing;

/// <summary>What a run of <c>index</c> did, for programs.</summary>
/// <param name="Index">The file of the index.</param>
/// <param name="Folder">The folder.</param>
/// <param name="Changes">What was stored and removed.</param>
/// <param name="Bytes">The bytes of the files looked at.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Vectors">Whether the pieces have vectors.</param>
/// <param name="Skipped">What was left out, by reason.</param>
internal sealed record IndexSummary(string Index, string Folder, IndexChanges Changes, long Bytes, double Seconds, bool Vectors, IReadOnlyList<SkippedReport> Skipped);
