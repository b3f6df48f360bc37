namespace LlmAspects.Components.PostgreSql;

/// <summary>The statements of a store. Texts are UTF-16 as bytes, so that a lone surrogate or a zero is kept, offsets stay true and the order is the ordinal one.</summary>
/// <param name="schema">The schema, whose name needs no escapes.</param>
internal sealed class StoreSql(string schema)
{
    /// <summary>The version of the tables.</summary>
    public const int Version = 1;

    /// <summary>What <c>hnsw.ef_search</c> can be at most.</summary>
    public const int MaxSearchDepth = 1_000;

    /// <summary>Embeddings with more dimensions cannot be indexed.</summary>
    public const int MaxIndexedDimensions = 2_000;

    /// <summary>Who creates tables, or decides the dimensions, waits for others who do.</summary>
    public const string Lock = "SELECT pg_advisory_xact_lock(5497869250372134221)";

    private readonly string _documents = $"\"{schema}\".documents";
    private readonly string _pieces = $"\"{schema}\".pieces";

    /// <summary>The schema.</summary>
    public string Schema => schema;

    /// <summary>The version of the extension; null when the database does not have it.</summary>
    public static string ExtensionVersion => "SELECT extversion FROM pg_extension WHERE extname = 'vector'";

    /// <summary>Whether there are tables.</summary>
    public string Exists => $"""SELECT to_regclass('"{schema}".version') IS NOT NULL""";

    public string ReadVersion => $"""SELECT number FROM "{schema}".version""";

    /// <summary>The dimensions of the embeddings; -1 when no document had one so far.</summary>
    public string ReadDimensions => $"SELECT atttypmod FROM pg_attribute WHERE attrelid = '{_pieces}'::regclass AND attname = 'embedding'";

    public string Create => $"""
        CREATE SCHEMA IF NOT EXISTS "{schema}";
        CREATE TABLE "{schema}".version (number int NOT NULL);
        INSERT INTO "{schema}".version VALUES ({Version});
        CREATE TABLE {_documents} (
            tenant bytea NOT NULL,
            id bytea NOT NULL,
            title bytea,
            text bytea NOT NULL,
            metadata jsonb NOT NULL,
            PRIMARY KEY (tenant, id)
        );
        CREATE INDEX documents_metadata ON {_documents} USING gin (metadata jsonb_path_ops);
        CREATE TABLE {_pieces} (
            tenant bytea NOT NULL,
            document bytea NOT NULL,
            number int NOT NULL,
            start int NOT NULL,
            length int NOT NULL,
            path bytea,
            tokens int,
            embedding vector,
            PRIMARY KEY (tenant, document, number),
            FOREIGN KEY (tenant, document) REFERENCES {_documents} ON DELETE CASCADE
        )
        """;

    public string Put => $"""
        INSERT INTO {_documents} (tenant, id, title, text, metadata) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (tenant, id) DO UPDATE SET title = excluded.title, text = excluded.text, metadata = excluded.metadata
        """;

    public string RemovePieces => $"DELETE FROM {_pieces} WHERE tenant = $1 AND document = $2";

    /// <summary>All pieces at once: the values of all embeddings come one after another.</summary>
    public string PutPieces => $"""
        INSERT INTO {_pieces} (tenant, document, number, start, length, path, tokens, embedding)
        SELECT $1, $2, p.number, p.start, p.length, p.path, p.tokens,
            CASE WHEN $8 > 0 THEN ($7::real[])[(p.number - 1) * $8 + 1 : p.number * $8]::vector END
        FROM unnest($3, $4, $5, $6) WITH ORDINALITY AS p (start, length, path, tokens, number)
        """;

    public string Remove => $"DELETE FROM {_documents} WHERE tenant = $1 AND id = $2";

    public string Count => $"SELECT (SELECT count(*) FROM {_documents}), (SELECT count(*) FROM {_pieces})";

    /// <summary>The settings of a search, for the transaction: $1 the depth.</summary>
    public static string SearchSettings => "SELECT set_config('hnsw.iterative_scan', 'strict_order', TRUE), set_config('hnsw.ef_search', $1, TRUE)";

    /// <summary>Fixes the dimensions, if no other did before, and makes the index for them.</summary>
    public string FixDimensions(int dimensions) => $"""
        DO $do$ BEGIN
            IF ({ReadDimensions}) = -1 THEN
                ALTER TABLE {_pieces} ALTER COLUMN embedding TYPE vector({dimensions});
                {(dimensions > MaxIndexedDimensions ? "" : $"CREATE INDEX pieces_embedding ON {_pieces} USING hnsw (embedding vector_cosine_ops);")}
            END IF;
        END $do$
        """;

    /// <summary>A page of documents with their pieces, after a key.</summary>
    /// <param name="isFirst">Whether it is the first page, on which the key itself may stand.</param>
    public string ReadPage(bool isFirst) => $"""
        SELECT d.tenant, d.id, d.title, d.text, d.metadata::text, p.starts, p.lengths, p.paths, p.tokens, p.embeddings
        FROM {_documents} d CROSS JOIN LATERAL (
            SELECT array_agg(start ORDER BY number) AS starts, array_agg(length ORDER BY number) AS lengths, array_agg(path ORDER BY number) AS paths,
                array_agg(tokens ORDER BY number) AS tokens, array_agg(embedding::real[] ORDER BY number) FILTER (WHERE embedding IS NOT NULL) AS embeddings
            FROM {_pieces} WHERE tenant = d.tenant AND document = d.id) p
        WHERE (d.tenant, d.id) {(isFirst ? ">=" : ">")} ($1, $2) ORDER BY d.tenant, d.id LIMIT $3
        """;

    /// <summary>The nearest pieces of a tenant; the texts of documents are read for these alone. The condition is applied before the ranking.</summary>
    /// <param name="condition">What documents must meet; <see langword="null"/>: nothing.</param>
    /// <param name="comparesAll">Whether the index of the embeddings stays unasked: it knows the distance, not a sum.</param>
    public string FindNearest(string? condition, bool comparesAll) => $"""
        WITH nearest AS (
            SELECT p.document, p.start, p.length, p.path, p.embedding <=> $2::vector AS distance
            FROM {_pieces} p {(condition is null ? "" : $"JOIN {_documents} d ON d.tenant = p.tenant AND d.id = p.document")}
            WHERE p.tenant = $1 AND p.embedding IS NOT NULL {(condition is null ? "" : $"AND {condition}")}
            ORDER BY (p.embedding <=> $2::vector){(comparesAll ? " + 0" : "")}, p.document, p.start LIMIT $3)
        SELECT n.document, n.start, substring(d.text FROM 2 * n.start + 1 FOR 2 * n.length), n.distance, d.title, n.path
        FROM nearest n JOIN {_documents} d ON d.tenant = $1 AND d.id = n.document
        """;
}
