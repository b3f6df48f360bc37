using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Routing;
using LlmAspects.Components.Tokens;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Ensembling;

/// <summary>A panel whose members play scripts; the models are called a, b, c and so on.</summary>
internal sealed class EnsembleBench : IChatClient
{
    private readonly Dictionary<string, ScriptedChatClient> _clients;

    public EnsembleBench(int members = 3, EnsembleOptions? options = null, BudgetOptions? budget = null, FakeTimeProvider? time = null)
    {
        string[] ids = [.. Enumerable.Range(0, members).Select(static place => ((char)('a' + place)).ToString())];
        _clients = ids.ToDictionary(static id => id, static _ => new ScriptedChatClient(), StringComparer.Ordinal);
        Time = time ?? new FakeTimeProvider();
        Ledger = budget is null ? null : new InMemoryBudgetLedger(budget, Time);
        var counter = new TokenCounter(new ModelCatalog(ids.Select(static id => TestModels.Model(id))), timeProvider: Time);
        Ensembler = new MultiModelEnsembler([.. ids.Select(static id => new EnsembleMember(id))], this, options, ledger: Ledger, counter: counter, timeProvider: Time);
    }

    public MultiModelEnsembler Ensembler { get; }

    public FakeTimeProvider Time { get; }

    public InMemoryBudgetLedger? Ledger { get; }

    public ScriptedChatClient this[string id] => _clients[id];

    /// <summary>Every member answers once more, in their order; <see langword="null"/> fails.</summary>
    public EnsembleBench Answer(params string?[] texts)
    {
        foreach ((ScriptedChatClient client, string? text) in _clients.Values.Zip(texts))
        {
            _ = text is null ? client.ThenThrow(new ModelCallException(ErrorCategory.Overload, "busy")) : client.ThenAnswer(text);
        }

        return this;
    }

    public Task<EnsembleResult> AskAsync(AnswerKind kind = AnswerKind.Number, EnsembleStrategy? strategy = null, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Ensembler.AskAsync(new EnsembleRequest([new ChatMessage(ChatRole.User, "Hi")]) { Kind = kind, Strategy = strategy, Options = options }, cancellationToken);

    /// <summary>Lets the members answer and says what was right, some times.</summary>
    public async Task TeachAsync(int times, string correct, string?[] answers, LlmChatOptions? options = null)
    {
        for (int time = 0; time < times; time++)
        {
            EnsembleResult result = await Answer(answers).AskAsync(options: options).ConfigureAwait(false);
            Ensembler.ReportOutcome(result, correct);
        }
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        _clients[options!.ModelId!].GetResponseAsync(messages, options, cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        _clients[options!.ModelId!].GetStreamingResponseAsync(messages, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("bench") : null;

    public void Dispose()
    {
    }
}
