using Castle.DynamicProxy;

namespace LlmAspects.Benchmarks.Peers;

/// <summary>The interceptor of both proxies of Castle.Core.</summary>
internal sealed class CastleInterceptor : IInterceptor
{
    public void Intercept(IInvocation invocation)
    {
        try
        {
            invocation.Proceed();
        }
        catch (Exception error) when (PeerSink.Operation.Observe(error))
        {
            throw;
        }
    }
}
