using LlmAspects.Components.Caching;
using LlmAspects.Components.Caching.Semantic;
using LlmAspects.Components.Pipeline;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Pipeline;

public sealed class SharedPipelineStreamTests : IDisposable
{
    private readonly ScriptedChatClient _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task EqualStreamsAtOnce_CostOneCallAndTellEachCallerHow()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using LlmPipeline pipeline = PipelineSamples.Builder().AddModel(PipelineSamples.Model("one"), new GatedClient(_model, go.Task)).Build();
        _model.Then(ScriptStep.Say("Be"), ScriptStep.Say("cause."), ScriptStep.Finish());

        Task<ChatResponse>[] callers = [.. Enumerable.Range(0, 100).Select(_ => pipeline.GetStreamingResponseAsync("Why?").ToChatResponseAsync())];
        go.SetResult();
        ChatResponse[] answers = await Task.WhenAll(callers);

        _model.Calls.Count.ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Text == "Because.");
        LlmResponseDetails[] details = [.. answers.Select(answer => answer.GetDetails())];
        LlmResponseDetails leader = details.Single(detail => detail.CacheOutcome == CacheOutcome.Miss);
        (leader.Route, leader.Failover).ShouldSatisfyAllConditions(() => leader.Route.ShouldNotBeNull(), () => leader.Failover.ShouldNotBeNull());
        details.Where(detail => detail.CacheOutcome == CacheOutcome.Joined).ShouldAllBe(detail => detail.Cost == 0 && detail.Route == null);
        details.Count(detail => detail.CacheOutcome == CacheOutcome.Joined).ShouldBe(99);
    }

    [Fact]
    public async Task SimilarQuestion_IsAnsweredAndSaysSo()
    {
        using LlmPipeline pipeline = PipelineSamples.Builder()
            .AddModel(PipelineSamples.Model("one"), _model)
            .Configure(static options => options.Cache = new LlmCacheOptions { Semantic = new SemanticCacheOptions() })
            .Build();
        _model.ThenAnswer("By practice.");
        LlmChatOptions options = new() { Task = LlmTask.QuestionAnswering };
        await pipeline.GetResponseAsync("How do I learn Spanish?", options);
        LlmResponseDetails details = (await pipeline.GetResponseAsync("What is the best way to learn Spanish?", options)).GetDetails();
        details.CacheOutcome.ShouldBe(CacheOutcome.Similar);
        details.Decisions.ShouldContain(decision => decision.Choice == "similar");
        _model.Calls.Count.ShouldBe(1);
    }

    /// <summary>Streams only when it may.</summary>
    private sealed class GatedClient(IChatClient inner, Task gate) : DelegatingChatClient(inner)
    {
        public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await gate.WaitAsync(cancellationToken);
            await foreach (ChatResponseUpdate update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
            {
                yield return update;
            }
        }
    }
}
