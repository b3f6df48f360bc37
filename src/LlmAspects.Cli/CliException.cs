namespace LlmAspects.Cli;

/// <summary>Ends the command with a message for the user instead of a stack trace.</summary>
internal sealed class CliException(string message, int exitCode, Exception? innerException = null) : Exception(message, innerException)
{
    public int ExitCode { get; } = exitCode;
}
