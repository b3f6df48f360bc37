namespace LlmAspects.Hosting.Tests;

/// <summary>Calls that succeed or fail as told.</summary>
[LlmComponent("hosting_sample")]
public sealed partial class SampleComponent
{
    private int _calls;

    [ErrorContext, TracePerformance]
    public partial int Run(bool fail);

    private int RunCore(bool fail) => fail ? throw new InvalidDataException("secret prompt") : ++_calls;

    /// <summary>Calls so many times; the failures are swallowed.</summary>
    public void Repeat(int calls, int failures)
    {
        for (var call = 0; call < calls; call++)
        {
            try
            {
                Run(call < failures);
            }
            catch (InvalidDataException)
            {
                // The statistics are what the test looks at.
            }
        }
    }
}
