namespace LlmAspects.Cli.Tests;

/// <summary>A test of something that only Unix file systems have; skipped elsewhere with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactOnUnixAttribute : FactAttribute
{
    public FactOnUnixAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Needs FIFOs, links and permissions of a Unix file system.";
        }
    }
}
