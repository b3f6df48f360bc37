using AspectInjector.Broker;

namespace LlmAspects.Benchmarks.Peers;

/// <summary>An aspect that AspectInjector weaves around a method, in its cheapest form.</summary>
[Aspect(Scope.Global)]
[Injection(typeof(InjectedAspectAttribute))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class InjectedAspectAttribute : Attribute
{
    /// <summary>The advice.</summary>
    [Advice(Kind.Around, Targets = Target.Method)]
    public object Handle([Argument(Source.Arguments)] object[] arguments, [Argument(Source.Target)] Func<object[], object> target)
    {
        ArgumentNullException.ThrowIfNull(target);
        try
        {
            return target(arguments);
        }
        catch (Exception error) when (PeerSink.Operation.Observe(error))
        {
            throw;
        }
    }
}
