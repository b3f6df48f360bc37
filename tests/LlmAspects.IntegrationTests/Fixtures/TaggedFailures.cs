namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Calls with tags of which only failures keep their span.</summary>
internal static partial class TaggedFailures
{
    [TracePerformance(FailedOnly = true)]
    [Tag("llm.length", "{result.Length}")]
    public static partial Task<string> AskAsync([Tag] string model, bool isPending);

    [TracePerformance(FailedOnly = true)]
    public static partial string Ask([Tag] string model);

    private static async Task<string> AskCoreAsync(string model, bool isPending)
    {
        if (isPending)
        {
            await Task.Yield();
        }

        return model.Length > 0 ? model : throw new FormatException();
    }

    private static string AskCore(string model) => model;
}
