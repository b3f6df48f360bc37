using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Routing;
using LlmAspects.Components.Tokens;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Failover;

/// <summary>A handler over scripted clients <c>a</c>, <c>b</c> and <c>large</c>, with a clock on which nobody waits.</summary>
internal sealed class FailoverBench : IDisposable
{
    private static readonly ModelInfo[] Models = [TestModels.Model("a"), TestModels.Model("b"), TestModels.Model("large", contextWindow: 32_000)];

    public FailoverBench(LlmFailoverOptions? options = null, BudgetOptions? budget = null, TimeProvider? time = null, CircuitBreakerOptions? breaker = null)
    {
        TimeProvider clock = time ?? Time;
        Health = new ModelHealth(breaker, clock);
        Ledger = budget is null ? null : new InMemoryBudgetLedger(budget, clock);
        Handler = new LlmFailoverHandler(options, Health, ledger: Ledger, counter: new TokenCounter(new ModelCatalog(Models)), timeProvider: clock, random: new FixedRandom(1));
    }

    public InstantTimeProvider Time { get; } = new();

    public ScriptedChatClient A { get; } = new();

    public ScriptedChatClient B { get; } = new();

    public ScriptedChatClient Large { get; } = new();

    public ModelHealth Health { get; }

    public InMemoryBudgetLedger? Ledger { get; }

    public LlmFailoverHandler Handler { get; }

    /// <summary>The models that are candidates, in order.</summary>
    public string[] Candidates { get; set; } = ["a", "b"];

    /// <summary>What the catalogue says of the models.</summary>
    public bool? AcceptsPrefill { get; set; }

    public TimeSpan? FirstTokenLimit { get; set; }

    public ModelCapabilities Capabilities { get; set; } = ModelCapabilities.Streaming;

    public static ModelInfo Model(string id) => Models.Single(model => model.Id == id);

    public Task<FailoverResult> AskAsync(LlmChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Handler.ExecuteAsync(Decision(), ClientOf, [new ChatMessage(ChatRole.User, "Hi")], options ?? new LlmChatOptions(), cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> StreamAsync(LlmChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Handler.StreamAsync(Decision(), ClientOf, [new ChatMessage(ChatRole.User, "Hi")], options ?? new LlmChatOptions(), cancellationToken);

    public void Dispose()
    {
        A.Dispose();
        B.Dispose();
        Large.Dispose();
    }

    private RouteDecision Decision() =>
        new([.. Candidates.Select(id => new RouteCandidate(Model(id) with { Capabilities = Capabilities, AcceptsPrefill = AcceptsPrefill, FirstTokenLimit = FirstTokenLimit }, 1, "test"))], [], "test");

    private IChatClient ClientOf(ModelInfo model) => model.Id switch
    {
        "a" => A,
        "b" => B,
        _ => Large,
    };
}
