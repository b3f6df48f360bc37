namespace LlmAspects.Components.Sqlite;

/// <summary>Where a piece stands in the text, as JSON has it.</summary>
internal sealed record StoredPiece(int Start, int Length, string? Path);
