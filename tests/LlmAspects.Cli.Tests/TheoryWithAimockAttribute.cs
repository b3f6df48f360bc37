namespace LlmAspects.Cli.Tests;

/// <summary>A test against a real protocol server; skipped with the reason where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryWithAimockAttribute : TheoryAttribute
{
    public TheoryWithAimockAttribute()
    {
        if (AimockServer.Folder is null)
        {
            Skip = $"Set {AimockServer.Variable} to the folder of the npm package @copilotkit/aimock; .ci/run does.";
        }
    }
}
