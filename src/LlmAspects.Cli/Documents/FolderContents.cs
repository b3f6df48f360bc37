using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.Documents;

/// <summary>What was read and what was not.</summary>
internal sealed record FolderContents(IReadOnlyList<SourceDocument> Documents, long Bytes, SkipLog Skipped);
