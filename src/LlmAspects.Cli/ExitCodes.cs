namespace LlmAspects.Cli;

/// <summary>What the process returns; part of the command's contract.</summary>
internal static class ExitCodes
{
    /// <summary>Every question was answered, or the tool said that the documents do not answer it.</summary>
    public const int Success = 0;

    /// <summary>A model, the network or the disk failed, or no model can do what was asked.</summary>
    public const int Failure = 1;

    /// <summary>The command line or what it names is wrong: folder, report folder, model, key.</summary>
    public const int Usage = 2;

    /// <summary>Cancelled by Ctrl-C (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}
