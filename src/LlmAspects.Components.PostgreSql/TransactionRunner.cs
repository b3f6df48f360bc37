using System.Runtime.ExceptionServices;
using Npgsql;

namespace LlmAspects.Components.PostgreSql;

/// <summary>Runs work in a transaction; repeats it after a transient fault, such as a lost connection or a deadlock. Thread-safe.</summary>
/// <remarks>Always a transaction: settings of a search end with it, and whatever stands between client and server keeps its statements together.</remarks>
internal sealed partial class TransactionRunner(NpgsqlDataSource source, TimeProvider time)
{
    private readonly TimeProvider _time = time;

    /// <exception cref="NpgsqlException">The work failed, or did so in every attempt.</exception>
    public async Task<T> RunAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        // The driver may give a connection that is there already without a look at the token.
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await AttemptAsync(work, cancellationToken).ConfigureAwait(false);
        }
        catch (TransientFaultException fault)
        {
            ExceptionDispatchInfo.Throw(fault.InnerException!);
            throw;
        }
    }

    [RetryWithBackoff(BaseDelayMilliseconds = 50, MaximumDelayMilliseconds = 500, Handle = [typeof(TransientFaultException)], TimeProvider = nameof(_time))]
    private partial Task<T> AttemptAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken);

    private async Task<T> AttemptCoreAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = connection.ConfigureAwait(false);
            NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using var __ = transaction.ConfigureAwait(false);
            T result = await work(connection, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch (NpgsqlException error) when (error.IsTransient)
        {
            throw new TransientFaultException(error);
        }
    }
}
