using System.Collections.Concurrent;
using LlmAspects.Runtime;

namespace LlmAspects.Tracing;

/// <summary>The operations of blocks, by name. Bounded, because a name may be built at run time by mistake.</summary>
internal static class TraceBlockOperations
{
    internal const int Maximum = 4096;
    private const AspectKinds Aspects = AspectKinds.ErrorContext | AspectKinds.TracePerformance;
    private static readonly ConcurrentDictionary<(string Component, string Name), Operation> Known = new();
    private static readonly Operation Other = Operation.Create("llmaspects", "other", Aspects);
    private static int s_count;

    internal static Operation Find(string component, string name)
    {
        var key = (component, name);
        if (Known.TryGetValue(key, out var known))
        {
            return known;
        }

        return Interlocked.Increment(ref s_count) > Maximum ? Other : Known.GetOrAdd(key, static key => Operation.Create(key.Component, key.Name, Aspects));
    }
}
