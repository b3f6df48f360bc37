using LlmAspects.Components.Retrieval;
using Npgsql;
using NpgsqlTypes;

namespace LlmAspects.Components.PostgreSql;

/// <summary>A metadata filter as a condition on <c>d.metadata</c>. It is true or false, never null, so that it can be denied.</summary>
/// <param name="parameters">Where keys and values go; nothing of them comes into the text.</param>
internal sealed class FilterCondition(NpgsqlParameterCollection parameters) : IMetadataFilterReader<string>
{
    public string AnyOf(string key, IReadOnlyList<string> values) => values.Count == 0
        ? "FALSE"
        : $"({string.Join(" OR ", values.Select(value => $"d.metadata @> {Add(StoredMetadata.WritePair(key, value), NpgsqlDbType.Jsonb)}"))})";

    public string Exists(string key) => $"jsonb_exists(d.metadata, {Add(StorableText.Write(key), NpgsqlDbType.Text)})";

    // PostgreSQL takes NaN for the greatest number, a filter of a process for none.
    public string InRange(string key, double least, double most) => double.IsNaN(least) || double.IsNaN(most)
        ? "FALSE"
        : $"COALESCE((d.metadata -> {Add(StorableText.Write(key), NpgsqlDbType.Text)} ->> 'n')::double precision BETWEEN {Add(least, NpgsqlDbType.Double)} AND {Add(most, NpgsqlDbType.Double)}, FALSE)";

    public string All(IReadOnlyList<string> parts) => parts.Count == 0 ? "TRUE" : $"({string.Join(" AND ", parts)})";

    public string Not(string part) => $"(NOT {part})";

    private string Add(object value, NpgsqlDbType type)
    {
        parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = type });
        return $"${parameters.Count}";
    }
}
