using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmAspects.Cli.Indexing;

/// <summary>What <c>index</c> and <c>search</c> print for programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IndexSummary))]
[JsonSerializable(typeof(SearchResult))]
internal sealed partial class IndexingJson : JsonSerializerContext
{
    public static string Write(IndexSummary summary) => JsonSerializer.Serialize(summary, Default.IndexSummary);

    public static string Write(SearchResult result) => JsonSerializer.Serialize(result, Default.SearchResult);
}
