using Npgsql;

namespace LlmAspects.Components.PostgreSql;

/// <summary>The tables of a store, their version, and the dimensions of its embeddings, which the first document with embeddings decides for all.</summary>
internal sealed class RetrievalSchema(StoreSql sql)
{
    private static readonly Version LeastExtension = new(0, 8);

    // Of the tables; once decided they stay.
    private volatile int _dimensions = -1;

    /// <summary>The dimensions, if they were asked for before; <see langword="null"/> says nothing.</summary>
    public int? KnownDimensions => _dimensions is var known and >= 0 ? known : null;

    /// <summary>Creates the tables where there are none; needs no right to do so where there are.</summary>
    /// <exception cref="NotSupportedException">The database lacks the extension, or has one that is too old, or tables of a later version.</exception>
    public async Task<bool> EnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // Only one of several processes that open a new schema creates the tables.
        await connection.ExecuteAsync(StoreSql.Lock, cancellationToken).ConfigureAwait(false);
        await EnsureExtensionAsync(connection, cancellationToken).ConfigureAwait(false);
        if (!await connection.ReadScalarAsync<bool>(sql.Exists, cancellationToken).ConfigureAwait(false))
        {
            return await connection.ExecuteAsync(sql.Create, cancellationToken).ConfigureAwait(false) != 0;
        }

        int version = await connection.ReadScalarAsync<int>(sql.ReadVersion, cancellationToken).ConfigureAwait(false);
        return version == StoreSql.Version
            ? true
            : throw new NotSupportedException($"The schema \"{sql.Schema}\" has version {version}; this program knows version {StoreSql.Version}.");
    }

    /// <summary>The dimensions; <see langword="null"/> as long as no document with embeddings was stored.</summary>
    public async Task<int?> ReadDimensionsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (_dimensions < 0)
        {
            _dimensions = await connection.ReadScalarAsync<int>(sql.ReadDimensions, cancellationToken).ConfigureAwait(false);
        }

        return KnownDimensions;
    }

    /// <summary>Decides the dimensions unless that was done.</summary>
    /// <returns>What they are.</returns>
    public async Task<int> FixDimensionsAsync(NpgsqlConnection connection, int dimensions, CancellationToken cancellationToken)
    {
        if (await ReadDimensionsAsync(connection, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        await connection.ExecuteAsync(StoreSql.Lock, cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(sql.FixDimensions(dimensions), cancellationToken).ConfigureAwait(false);
        return await connection.ReadScalarAsync<int>(sql.ReadDimensions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task EnsureExtensionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        string? version = await connection.ReadScalarAsync<string>(StoreSql.ExtensionVersion, cancellationToken).ConfigureAwait(false);
        if (version is null)
        {
            await CreateExtensionAsync(connection, cancellationToken).ConfigureAwait(false);
            version = await connection.ReadScalarAsync<string>(StoreSql.ExtensionVersion, cancellationToken).ConfigureAwait(false);
        }

        if (!Version.TryParse(version, out Version? parsed) || parsed < LeastExtension)
        {
            throw new NotSupportedException($"The database has version {version} of the extension \"vector\" (pgvector); version {LeastExtension} or newer is needed: ALTER EXTENSION vector UPDATE.");
        }
    }

    private static async Task CreateExtensionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.ExecuteAsync("CREATE EXTENSION vector", cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile)
        {
            throw new NotSupportedException("The server lacks the extension \"vector\" (pgvector). Install it there.", error);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new NotSupportedException("The database lacks the extension \"vector\" (pgvector), and this user must not create it. Let one who may run CREATE EXTENSION vector.", error);
        }
    }
}
