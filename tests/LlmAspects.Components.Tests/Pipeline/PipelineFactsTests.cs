using System.Net;
using LlmAspects.Components.Caching;
using LlmAspects.Components.Pipeline;
using LlmAspects.Reports;
using LlmAspects.Testing;
using LlmAspects.Tracing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Pipeline;

public sealed class PipelineFactsTests : IDisposable
{
    private readonly ScriptedChatClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task AnsweredTwice_TellsUsageAndTheHit()
    {
        _client.Then(ScriptStep.Say("Because it rains."), ScriptStep.Report(100, 10), ScriptStep.Finish());
        using LlmPipeline pipeline = PipelineSamples.With(_client);
        await pipeline.GetResponseAsync("Why is the street wet?");
        await pipeline.GetResponseAsync("Why is the street wet?");

        ReportFacts facts = pipeline.GetReportFacts();

        ModelUsage usage = facts.Models.ShouldHaveSingleItem();
        (usage.Model, usage.Calls, usage.InputTokens, usage.OutputTokens, usage.Cost).ShouldBe(("one", 1L, 100L, 10L, 0.12m));
        CacheStatus cache = facts.Caches.ShouldHaveSingleItem();
        (cache.Name, cache.Entries, cache.Hits, cache.Misses, cache.HitRatio).ShouldBe(("llm_cache_layer", 1L, 1L, 1L, 0.5));
        cache.Capacity.ShouldBe(new LlmCacheOptions().MaxEntries);
        cache.CostSaved.ShouldBe(0.12m);
        CircuitStatus circuit = facts.Circuits.ShouldHaveSingleItem();
        (circuit.Name, circuit.State, circuit.Reason, circuit.InFlight).ShouldBe(("one", CircuitState.Closed, null, 0));
    }

    [Fact]
    public async Task FailingModel_OpensItsCircuit()
    {
        _client.Always(ScriptStep.Throw(new HttpRequestException("no", null, HttpStatusCode.Unauthorized)));
        using LlmPipeline pipeline = PipelineSamples.With(_client);
        await Should.ThrowAsync<LlmException>(() => pipeline.GetResponseAsync("Why?"));

        CircuitStatus circuit = pipeline.GetReportFacts().Circuits.ShouldHaveSingleItem();

        circuit.State.ShouldBe(CircuitState.Open);
        circuit.UnavailableUntil.ShouldNotBeNull();
        circuit.Reason.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Looking_IsNotRecorded()
    {
        using LlmPipeline pipeline = PipelineSamples.With(_client);
        using var recorder = new TraceRecorder();

        pipeline.GetReportFacts();

        recorder.GetTraces().ShouldNotContain(trace => trace.Operation == "get_statistics");
    }
}
