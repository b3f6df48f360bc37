namespace LlmAspects.Cli;

/// <summary>A file that somebody named for what a command found out.</summary>
internal static class OutputFile
{
    /// <summary>Writes the file, over whatever is there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">What it gets.</param>
    /// <param name="what">What that is, for the message: "The coverage".</param>
    /// <exception cref="CliException">It cannot be written.</exception>
    public static void Write(string file, string text, string what)
    {
        try
        {
            File.WriteAllText(file, text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new CliException($"{what} could not be written to '{file}': {error.Message}", ExitCodes.Failure, error);
        }
    }
}
