using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>Reserves the worst case of attempts in a ledger.</summary>
internal sealed class AttemptAccounting(IBudgetLedger ledger, ITokenCounter counter, TimeProvider time)
{
    /// <summary>Reserves an attempt and marks it as sent. Without a limit of its own the request gets the default one, or what is left: the options then say so.</summary>
    public async ValueTask<AttemptLease> ReserveAsync(LlmChatOptions scope, ModelInfo model, IReadOnlyList<ChatMessage> messages, ChatOptions options, CancellationToken cancellationToken)
    {
        if (scope.Reserved is { } reserved && reserved.TryTake(model.Id, out BudgetLease? taken) && await TrySendAsync(taken, cancellationToken).ConfigureAwait(false))
        {
            return new AttemptLease(ledger, counter, taken, time);
        }

        long input = counter.CountRequest(model.Id, messages, options).Upper;
        bool isGiven = options.MaxOutputTokens is not null;
        options.MaxOutputTokens ??= Math.Min(RouteFilters.DefaultMaxOutputTokens, model.MaxOutputTokens);
        BudgetRequest Worst() => new(scope.Tenant, model.Id, input, options.MaxOutputTokens!.Value) { Workflow = scope.Workflow };
        BudgetLease lease;
        try
        {
            lease = await ledger.ReserveAsync(Worst(), cancellationToken).ConfigureAwait(false);
        }
        catch (BudgetExceededException error) when (!isGiven && error.Available > input)
        {
            options.MaxOutputTokens = (int)(error.Available - input);
            lease = await ledger.ReserveAsync(Worst(), cancellationToken).ConfigureAwait(false);
        }

        await SendAsync(lease, cancellationToken).ConfigureAwait(false);
        return new AttemptLease(ledger, counter, lease, time);
    }

    // A reservation that lapsed on its way was given back: the attempt makes its own.
    private async ValueTask<bool> TrySendAsync(BudgetLease lease, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(lease, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (BudgetLeaseExpiredException)
        {
            return false;
        }
    }

    private async ValueTask SendAsync(BudgetLease lease, CancellationToken cancellationToken)
    {
        try
        {
            await ledger.MarkSentAsync(lease, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await ledger.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }
}
