using System.Collections.Concurrent;
using System.Reflection;

namespace LlmAspects.Benchmarks.Peers;

/// <summary>DispatchProxy of the framework, with a cached invoker.</summary>
public class DispatchCallee : DispatchProxy
{
    private readonly ConcurrentDictionary<MethodInfo, MethodInvoker> _invokers = new();
    private ICallee _target = null!;

    internal static ICallee Create(ICallee target)
    {
        var proxy = DispatchProxy.Create<ICallee, DispatchCallee>();
        ((DispatchCallee)proxy)._target = target;
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var invoker = _invokers.GetOrAdd(targetMethod!, static method => MethodInvoker.Create(method));
        try
        {
            return invoker.Invoke(_target, args.AsSpan());
        }
        catch (Exception error) when (PeerSink.Operation.Observe(error))
        {
            throw;
        }
    }
}
