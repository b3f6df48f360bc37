using System.Collections.Concurrent;
using LlmAspects.Runtime;

namespace LlmAspects.Tracing;

/// <summary>The operations of blocks, by name. Bounded, because a name may be built at run time by mistake.</summary>
internal sealed class TraceBlockOperations(int maximum)
{
    private const AspectKinds Aspects = AspectKinds.ErrorContext | AspectKinds.TracePerformance;
    private readonly ConcurrentDictionary<(string Component, string Name), Operation> _known = new();
    private readonly Operation _other = Operation.Create("llmaspects", "other", Aspects);
    private int _count;

    internal static TraceBlockOperations Shared { get; } = new(maximum: 4096);

    internal Operation Find(string component, string name)
    {
        var key = (component, name);
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        return Volatile.Read(ref _count) >= maximum || Interlocked.Increment(ref _count) > maximum
            ? _other
            : _known.GetOrAdd(key, static key => Operation.Create(key.Component, key.Name, Aspects));
    }
}
