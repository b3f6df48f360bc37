namespace LlmAspects.Cli.Tests;

/// <summary>What a run of the tool left behind.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    /// <summary>Fails with everything that was written when the exit code is another one.</summary>
    public CliResult ShouldExitWith(int code)
    {
        ExitCode.ShouldBe(code, $"{Output}\n--- error ---\n{Error}");
        (Output + Error).ShouldNotContain("   at LlmAspects", customMessage: "A user never sees a stack trace.");
        (Output + Error).ShouldNotContain("Unhandled exception");
        return this;
    }
}
