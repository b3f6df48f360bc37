using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LlmAspects.Components.Sqlite;

/// <summary>The table of a store and its version.</summary>
internal static class RetrievalSchema
{
    private const int Version = 1;

    // Texts are UTF-16 as bytes, so that a lone surrogate or a zero is kept and offsets stay true. Bytes in big-endian order sort ordinally.
    private const string Create = """
        CREATE TABLE documents (
            tenant BLOB NOT NULL,
            id BLOB NOT NULL,
            title BLOB,
            text BLOB NOT NULL,
            metadata TEXT NOT NULL,
            pieces TEXT NOT NULL,
            embeddings BLOB NOT NULL,
            PRIMARY KEY (tenant, id)
        ) WITHOUT ROWID;
        PRAGMA user_version = 1
        """;

    /// <summary>Creates the table in a new file.</summary>
    /// <exception cref="NotSupportedException">The file was written by a later version, or is a database of something else.</exception>
    public static void Ensure(SqliteConnection connection)
    {
        RefuseOthers(connection);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        command.ExecuteNonQuery();

        // Only one of several processes that open a new file creates the table.
        using SqliteTransaction transaction = connection.BeginTransaction();
        command.Transaction = transaction;
        int version = Number(command, "PRAGMA user_version");
        if (version > Version)
        {
            throw new NotSupportedException($"The file has version {version}; this program knows versions up to {Version}.");
        }

        if (version == 0)
        {
            command.CommandText = Create;
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>Refuses a database with tables and without ours, before anything in it is changed.</summary>
    private static void RefuseOthers(SqliteConnection connection)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        if (Number(command, "SELECT count(*) FROM sqlite_master") > 0 && Number(command, "SELECT count(*) FROM sqlite_master WHERE name = 'documents'") == 0)
        {
            throw new NotSupportedException("The file is a database of something else: it has tables and no documents.");
        }
    }

    private static int Number(SqliteCommand command, string sql)
    {
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
