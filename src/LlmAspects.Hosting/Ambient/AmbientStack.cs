namespace LlmAspects.Hosting.Ambient;

/// <summary>
/// The settings of the hosts that run in this process. The host that started last is heard; when one stops, in whatever order, the last of those
/// left is heard again, and what was there before the first comes back after all have stopped.
/// </summary>
internal static class AmbientStack
{
    private static readonly Lock Gate = new();
    private static readonly List<Registration> Running = [];
    private static AmbientSettings? s_before;

    public static IDisposable Push(AmbientSettings settings)
    {
        var registration = new Registration(settings);
        lock (Gate)
        {
            s_before ??= AmbientSettings.Read();
            Running.Add(registration);
            settings.Apply();
        }

        return registration;
    }

    private static void Remove(Registration registration)
    {
        lock (Gate)
        {
            if (!Running.Remove(registration))
            {
                return;
            }

            if (Running is [.., { } last])
            {
                last.Settings.Apply();
                return;
            }

            s_before?.Apply();
            s_before = null;
        }
    }

    private sealed class Registration(AmbientSettings settings) : IDisposable
    {
        public AmbientSettings Settings => settings;

        public void Dispose() => Remove(this);
    }
}
