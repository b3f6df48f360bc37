namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>What hooks did, in order; of the process, for tests run one at a time.</summary>
internal static class HookLog
{
    private static readonly Lock s_lock = new();
    private static readonly List<string> s_lines = [];

    public static string[] Lines
    {
        get
        {
            lock (s_lock)
            {
                return [.. s_lines];
            }
        }
    }

    public static void Clear()
    {
        lock (s_lock)
        {
            s_lines.Clear();
        }
    }

    public static void Add(string line)
    {
        lock (s_lock)
        {
            s_lines.Add(line);
        }
    }
}
