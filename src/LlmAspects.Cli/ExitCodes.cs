namespace LlmAspects.Cli;

/// <summary>What the process returns; part of the command's contract.</summary>
internal static class ExitCodes
{
    /// <summary>Every question was answered, or the tool said that the documents do not answer it; a search came to its end; the coverage is no less than it must be, every scenario of the benchmark is passed.</summary>
    public const int Success = 0;

    /// <summary>A model, the network, the disk or MSBuild failed, no model can do what was asked, the coverage is too small, or a scenario of the benchmark is not passed.</summary>
    public const int Failure = 1;

    /// <summary>The command line or what it names is wrong: folder, index, report folder, solution, model, key.</summary>
    public const int Usage = 2;

    /// <summary>Cancelled by Ctrl-C (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}
