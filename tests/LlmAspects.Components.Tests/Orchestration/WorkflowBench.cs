using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Orchestration;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Orchestration;

/// <summary>An orchestrator whose models answer by a function of the question, and which records every call.</summary>
internal sealed class WorkflowBench : IChatClient
{
    private readonly Lock _gate = new();
    private readonly List<BenchCall> _calls = [];
    private readonly Func<BenchCall, CancellationToken, Task<ChatResponse>> _answer;

    public WorkflowBench(
        Func<BenchCall, CancellationToken, Task<ChatResponse>> answer,
        OrchestratorOptions? options = null,
        IWorkflowCheckpointStore? checkpoints = null,
        FakeTimeProvider? time = null,
        IReadOnlyList<EnsembleMember>? members = null)
    {
        _answer = answer;
        Time = time ?? new FakeTimeProvider();
        Ensembler = members is null ? null : new MultiModelEnsembler(members, this, timeProvider: Time);
        Orchestrator = new MultiLlmOrchestrator(this, options ?? new OrchestratorOptions(), Ensembler, checkpoints, timeProvider: Time);
    }

    public WorkflowBench(Func<BenchCall, string> answer, OrchestratorOptions? options = null, IWorkflowCheckpointStore? checkpoints = null, IReadOnlyList<EnsembleMember>? members = null)
        : this((call, _) => Task.FromResult(Say(answer(call))), options, checkpoints, members: members)
    {
    }

    public MultiLlmOrchestrator Orchestrator { get; }

    public MultiModelEnsembler? Ensembler { get; }

    public FakeTimeProvider Time { get; }

    public IReadOnlyList<BenchCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    public static ChatResponse Say(string text, string? modelId = null, long tokens = 0) => new(new ChatMessage(ChatRole.Assistant, text))
    {
        ModelId = modelId,
        FinishReason = ChatFinishReason.Stop,
        Usage = tokens == 0 ? null : new UsageDetails { InputTokenCount = tokens, OutputTokenCount = tokens },
    };

    public Task<WorkflowResult> RunAsync(Workflow workflow, ChatOptions? options = null, string? id = null, OrchestrationStrategy? strategy = null, CancellationToken cancellationToken = default) =>
        Orchestrator.RunAsync(new WorkflowRequest(workflow) { Options = options, WorkflowId = id, Strategy = strategy }, cancellationToken);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        BenchCall call;
        lock (_gate)
        {
            ChatMessage[] all = [.. messages];
            ChatMessage first = all.First(message => message.Role == ChatRole.User);
            string prompt = ((TextContent)first.Contents[0]).Text;
            call = new BenchCall(prompt, all, (LlmChatOptions)options!, _calls.Count(earlier => earlier.Prompt == prompt));
            _calls.Add(call);
        }

        return _answer(call, cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatResponse response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (ChatResponseUpdate update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
