using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Records a failure from an exception filter where no clock was read and no span was started; the exception passes on.</summary>
    /// <param name="error">The exception that leaves the method.</param>
    /// <returns>Always <see langword="false"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Observe(Exception error) => Observe(error, started: 0, null, Cancellation.NoParameter);

    /// <summary>Records a failure from an exception filter where no clock was read and no span was started; the exception passes on.</summary>
    /// <param name="error">The exception that leaves the method.</param>
    /// <param name="cancellationToken">The method's token: it tells a cancellation from a timeout.</param>
    /// <returns>Always <see langword="false"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Observe(Exception error, CancellationToken cancellationToken) => Observe(error, started: 0, null, cancellationToken);
}
