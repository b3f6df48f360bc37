using System.Globalization;
using LlmAspects.Components.Quality.Code;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LlmAspects.Components.Sqlite;

/// <summary>
/// Parses SQL with the parser of SQLite. Only the syntax is checked: tables and columns need not exist, and nothing is run. It knows the dialect of SQLite alone, so add it to
/// <see cref="Quality.LlmQualityOptions.CodeValidators"/> where answers are meant for SQLite or keep to what all dialects have in common. Thread-safe.
/// </summary>
public sealed class SqlCodeValidator : ICodeValidator
{
    // https://www.sqlite.org/c3ref/c_alter_table.html
    private const int Pragma = 19;
    private const int Attach = 24;

    /// <inheritdoc/>
    public bool CanValidate(string language) => language is "sql" or "sqlite";

    /// <inheritdoc/>
    /// <remarks>The line is that on which the statement begins, counted from 1.</remarks>
    public string? FindError(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        sqlite3 database = connection.Handle!;

        // Some pragmas act while they are parsed; a refused one is still well-formed.
        raw.sqlite3_set_authorizer(database, static (object _, int action, string _, string _, string _, string _) => action is Pragma or Attach ? raw.SQLITE_DENY : raw.SQLITE_OK, null);
        foreach ((int start, string statement) in StatementsOf(code))
        {
            if (ErrorOf(database, statement) is { } error)
            {
                return string.Create(CultureInfo.InvariantCulture, $"Line {LineAt(code, start, statement)}: {error}");
            }
        }

        return null;
    }

    // SQLite tells where a statement ends: a semicolon may stand in a string, a comment or a trigger.
    private static IEnumerable<(int Start, string Statement)> StatementsOf(string code)
    {
        int start = 0;
        for (int end = code.IndexOf(';', StringComparison.Ordinal); end >= 0; end = code.IndexOf(';', end + 1))
        {
            string statement = code[start..(end + 1)];
            if (raw.sqlite3_complete(statement) != 0)
            {
                yield return (start, statement);
                start = end + 1;
            }
        }

        yield return (start, code[start..]);
    }

    private static string? ErrorOf(sqlite3 database, string statement)
    {
        int result = raw.sqlite3_prepare_v2(database, statement, out sqlite3_stmt prepared);
        using (prepared)
        {
            string message = result == raw.SQLITE_OK ? "" : raw.sqlite3_errmsg(database).utf8_to_string();
            return IsOfSyntax(message) ? message : null;
        }
    }

    // Names are resolved when the whole statement has been read: any other error means that its syntax is right.
    private static bool IsOfSyntax(string message) =>
        message.EndsWith(": syntax error", StringComparison.Ordinal) || message.StartsWith("unrecognized token", StringComparison.Ordinal) || message == "incomplete input";

    private static int LineAt(string code, int start, string statement) =>
        1 + code.AsSpan(0, start + statement.Length - statement.AsSpan().TrimStart().Length).Count('\n');
}
