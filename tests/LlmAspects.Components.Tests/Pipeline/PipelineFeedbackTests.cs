using System.Net;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Routing;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Pipeline;

/// <summary>What the router learns from requests that end badly.</summary>
public sealed class PipelineFeedbackTests : IDisposable
{
    private readonly ScriptedChatClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task ModelsThatAllFail_TeachTheRouter()
    {
        _client.Always(ScriptStep.Throw(new HttpRequestException("down", null, HttpStatusCode.ServiceUnavailable)));
        using LlmPipeline pipeline = PipelineSamples.With(_client);

        await Should.ThrowAsync<AllModelsFailedException>(pipeline.GetResponseAsync("Why?"));

        Outcomes(pipeline).ShouldBe((_client.Calls.Count, 0));
    }

    [Fact]
    public async Task StreamThatBreaks_TeachesTheRouter()
    {
        _client.Always(ScriptStep.Say("Be"), ScriptStep.Throw(new HttpIOException(HttpRequestError.ResponseEnded)));
        using LlmPipeline pipeline = PipelineSamples.With(_client);

        await Should.ThrowAsync<StreamInterruptedException>(pipeline.GetStreamingResponseAsync("Why?").ToChatResponseAsync());

        Outcomes(pipeline).ShouldBe((_client.Calls.Count, 0));
    }

    [Fact]
    public async Task CallerWhoGivesUp_TeachesNothing()
    {
        _client.Then(ScriptStep.Hang());
        using LlmPipeline pipeline = PipelineSamples.With(_client);
        using CancellationTokenSource cancellation = new();
        Task<ChatResponse> call = pipeline.GetResponseAsync("Why?", cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call);

        Outcomes(pipeline).ShouldBe((0, 0));
    }

    private static (long Outcomes, long Successes) Outcomes(LlmPipeline pipeline)
    {
        ModelRouteStatistics model = pipeline.GetService<LlmRouter>()!.GetStatistics().Models.Single();
        return (model.Outcomes, model.Successes);
    }
}
