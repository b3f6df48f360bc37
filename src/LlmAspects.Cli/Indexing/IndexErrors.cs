using Microsoft.Data.Sqlite;

namespace LlmAspects.Cli.Indexing;

/// <summary>What a user reads when the file of an index does not work.</summary>
internal static class IndexErrors
{
    private const int Generic = 1;
    private const int Full = 13;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <summary>Runs work on an index.</summary>
    /// <param name="file">The file of the index.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="CliException">The file is damaged, is something else, or cannot be read or written.</exception>
    public static async Task<T> ExplainAsync<T>(string file, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception error) when (Explain(file, error) is { } explained)
        {
            throw explained;
        }
    }

    private static CliException? Explain(string file, Exception error) => error switch
    {
        SqliteException { SqliteErrorCode: Generic or Corrupt or NotADatabase } or InvalidDataException => new(
            $"'{file}' is no index of this tool, or is damaged ({error.Message}). Name another file with --index; a damaged index is deleted and made again with llmaspects index FOLDER.", ExitCodes.Usage, error),
        NotSupportedException => new($"'{file}' cannot be used as an index. {error.Message} Name another file with --index.", ExitCodes.Usage, error),
        SqliteException { SqliteErrorCode: Full } => new($"The disk is full; the index '{file}' has what was stored before.", ExitCodes.Failure, error),
        SqliteException or UnauthorizedAccessException or IOException => new($"The index '{file}' cannot be read or written ({error.Message}). --index names another place.", ExitCodes.Failure, error),
        _ => null,
    };
}
