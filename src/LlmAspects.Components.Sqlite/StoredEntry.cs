namespace LlmAspects.Components.Sqlite;

/// <summary>A document that is stored, without its text.</summary>
/// <param name="Tenant">Whose document it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Metadata">The values to filter by.</param>
public sealed record StoredEntry(string Tenant, string Id, IReadOnlyDictionary<string, string> Metadata);
