using System.Diagnostics;
using System.Net.ServerSentEvents;
using LlmAspects.Errors;
using LlmAspects.Tracing;
using Microsoft.Extensions.AI;

namespace LlmAspects.AspNetCore.Tests;

public sealed class LiveEventsTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private LiveApplication _application = null!;
    private Stream _stream = null!;
    private IAsyncEnumerator<SseItem<string>> _events = null!;

    public async Task InitializeAsync()
    {
        PerformanceTracer.Shared.Clear();
        ErrorAggregator.Shared.Clear();
        _application = await LiveApplication.StartAsync();
        _stream = await _application.Client.GetStreamAsync("/llmaspects/events").WaitAsync(Patience);
        _events = SseParser.Create(_stream).EnumerateAsync().GetAsyncEnumerator();
        (await NextAsync()).ShouldBe(LiveEvents.Changed);
    }

    public async Task DisposeAsync()
    {
        await _events.DisposeAsync();
        await _stream.DisposeAsync();
        await _application.DisposeAsync();
    }

    [Fact]
    public async Task Calls_AreToldOnceAfterTwoSeconds()
    {
        await AskAsync();
        await AskAsync();
        var next = NextAsync();
        _application.Time.Advance(TimeSpan.FromSeconds(1.9));
        next.IsCompleted.ShouldBeFalse();

        _application.Time.Advance(TimeSpan.FromSeconds(0.1));

        (await next).ShouldBe(LiveEvents.Changed);
    }

    [Fact]
    public async Task NothingHappens_OnlyAHeartbeatComes()
    {
        var next = NextAsync();
        var started = Stopwatch.StartNew();
        while (!next.IsCompleted && started.Elapsed < Patience)
        {
            _application.Time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        (await next).ShouldBe(LiveEvents.Heartbeat);
    }

    [Fact]
    public async Task HostStops_StreamEnds()
    {
        var next = _events.MoveNextAsync();

        await _application.StopAsync().WaitAsync(Patience);

        (await next).ShouldBeFalse();
    }

    private async Task AskAsync()
    {
        _application.Model.ThenAnswer("Paris");
        await _application.Chat.GetResponseAsync("The capital of France?");
    }

    private async Task<string> NextAsync()
    {
        (await _events.MoveNextAsync().AsTask().WaitAsync(Patience)).ShouldBeTrue();
        return _events.Current.EventType;
    }
}
