using System.Collections.Concurrent;

namespace LlmAspects.Runtime;

/// <summary>Interns operations by source, component and name, so that overloads and generic instantiations share one.</summary>
internal static class OperationRegistry
{
    private static readonly ConcurrentDictionary<(string Source, string Component, string Name, AspectKinds Aspects), Operation> Operations = new();
    private static readonly Dictionary<(string Source, string Component, string Name), OperationIdentity> Identities = [];
    private static readonly Lock Gate = new();
    private static OperationIdentity[] s_byId = [];

    /// <summary>Every operation so far; the index is the identity's number.</summary>
    internal static OperationIdentity[] Snapshot() => Volatile.Read(ref s_byId);

    internal static Operation Intern(string? source, string component, string name, AspectKinds aspects)
    {
        var telemetry = SourceTelemetry.Of(source);
        var key = (telemetry.Name, component, name, aspects);
        return Operations.TryGetValue(key, out var known) ? known : Operations.GetOrAdd(key, new Operation(Identify(telemetry, component, name), aspects));
    }

    /// <summary>Never interned: two methods may share the names and differ in their options.</summary>
    internal static Operation Create(string? source, string component, string name, AspectKinds aspects, OperationOptions options) =>
        new(Identify(SourceTelemetry.Of(source), component, name), aspects, options);

    private static OperationIdentity Identify(SourceTelemetry telemetry, string component, string name)
    {
        lock (Gate)
        {
            var key = (telemetry.Name, component, name);
            if (!Identities.TryGetValue(key, out var identity))
            {
                identity = new OperationIdentity(s_byId.Length, component, name, telemetry);
                Identities.Add(key, identity);
                Volatile.Write(ref s_byId, [.. s_byId, identity]);
            }

            return identity;
        }
    }
}
