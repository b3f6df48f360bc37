using System.Diagnostics.CodeAnalysis;

namespace LlmAspects.Components.Tokens;

/// <summary>A reservation on its way to the attempt that it was made for. Whoever takes it settles it; one that nobody took is given back. Thread-safe.</summary>
internal sealed class ReservedAttempt(IBudgetLedger ledger, BudgetLease lease)
{
    private BudgetLease? _lease = lease;

    /// <summary>Takes the reservation, once.</summary>
    /// <param name="modelId">The model that is called; a reservation for another model stays.</param>
    /// <param name="taken">The reservation.</param>
    public bool TryTake(string modelId, [NotNullWhen(true)] out BudgetLease? taken)
    {
        taken = _lease?.Request.ModelId == modelId ? Interlocked.Exchange(ref _lease, null) : null;
        return taken is not null;
    }

    /// <summary>Gives back what nobody took: no attempt was made.</summary>
    public ValueTask ReleaseAsync() => Interlocked.Exchange(ref _lease, null) is { } left ? ledger.ReleaseAsync(left) : ValueTask.CompletedTask;
}
