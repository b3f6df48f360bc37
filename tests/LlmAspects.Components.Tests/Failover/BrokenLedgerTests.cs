using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Routing;
using LlmAspects.Components.Tokens;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Failover;

/// <summary>A ledger that can reserve but not note that the request goes out.</summary>
public class BrokenLedgerTests : IBudgetLedger
{
    private int _held;

    [Fact]
    public async Task RequestThatNeverGoesOut_HoldsNoBudget()
    {
        ModelInfo model = TestModels.Model("a");
        using ScriptedChatClient client = new();
        var handler = new LlmFailoverHandler(ledger: this, counter: new TokenCounter(new ModelCatalog(model)));
        var decision = new RouteDecision([new RouteCandidate(model, 1, "test")], [], "test");

        await Should.ThrowAsync<AllModelsFailedException>(handler.ExecuteAsync(decision, _ => client, [new ChatMessage(ChatRole.User, "Hi")], new LlmChatOptions()));

        _held.ShouldBe(0);
        client.Calls.ShouldBeEmpty();
    }

    ValueTask<BudgetLease> IBudgetLedger.ReserveAsync(BudgetRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new BudgetLease(new Guid(++_held, 0, 0, new byte[8]), request, DateTimeOffset.MaxValue));

    ValueTask IBudgetLedger.MarkSentAsync(BudgetLease lease, CancellationToken cancellationToken) => throw new InvalidOperationException("down");

    ValueTask IBudgetLedger.RenewAsync(BudgetLease lease, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    ValueTask IBudgetLedger.SettleAsync(BudgetLease lease, long usedTokens, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    ValueTask IBudgetLedger.ReleaseAsync(BudgetLease lease, CancellationToken cancellationToken)
    {
        _held--;
        return ValueTask.CompletedTask;
    }
}
