namespace LlmAspects.Components.PostgreSql;

/// <summary>Where a <see cref="PostgreSqlRetrievalStore"/> keeps its documents, and how it searches.</summary>
public sealed record PostgreSqlRetrievalOptions
{
    /// <summary>PostgreSQL cuts longer names.</summary>
    private const int MaxNameLength = 63;

    /// <summary>
    /// The schema with the tables, created when it is not there: 1 to 63 ASCII letters, digits and underscores, not beginning with a digit. Stores with the same
    /// schema of one database share their documents. The default is <c>llmaspects</c>.
    /// </summary>
    public string Schema { get; init; } = "llmaspects";

    /// <summary>
    /// How many near pieces the index keeps in view while it searches (<c>hnsw.ef_search</c>), from 1 to 1,000; at least as many as a search asks for, up to 1,000.
    /// The more, the slower, and the fewer near pieces are missed. The default is 100.
    /// </summary>
    public int SearchDepth { get; init; } = 100;

    /// <summary>Whether every piece is compared, so that no near one is missed, instead of asking the index. The default is <see langword="false"/>.</summary>
    public bool ComparesAll { get; init; }

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(Schema);
        if (Schema.Length > MaxNameLength || char.IsAsciiDigit(Schema[0]) || !Schema.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw new ArgumentException($"A schema is named by at most {MaxNameLength} ASCII letters, digits and underscores and does not begin with a digit.", nameof(Schema));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(SearchDepth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SearchDepth, StoreSql.MaxSearchDepth);
    }
}
