using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Records a failure without a duration, from an exception filter; the exception passes on.</summary>
    /// <param name="error">The exception that leaves the method.</param>
    /// <returns>Always <see langword="false"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Observe(Exception error) => Observe(error, Cancellation.NoParameter);

    /// <summary>Records a failure without a duration, from an exception filter; the exception passes on.</summary>
    /// <param name="error">The exception that leaves the method.</param>
    /// <param name="cancellationToken">The method's token: it tells a cancellation from a timeout.</param>
    /// <returns>Always <see langword="false"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Observe(Exception error, CancellationToken cancellationToken)
    {
        FailUntimed(error, new CallTokens(cancellationToken));
        return false;
    }
}
