using LlmAspects.Components.Failover;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Routing;

/// <summary>The deadline of a request where no failover handler keeps it.</summary>
public sealed class RouterDeadlineTests : IDisposable
{
    private readonly RouterChatBench _bench = new(time: new FakeTimeProvider());
    private readonly TaskCompletionSource _never = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task CallThatTakesLonger_IsCutAndSaysNothingOfTheModel()
    {
        _bench.A.Then(ScriptStep.WaitFor(_never.Task));

        Task<ChatResponse> call = _bench.Client.GetResponseAsync("Hi", In(5));
        _bench.Time.Advance(TimeSpan.FromSeconds(4));
        call.IsCompleted.ShouldBeFalse();
        _bench.Time.Advance(TimeSpan.FromSeconds(1));

        ModelCallException error = await Should.ThrowAsync<ModelCallException>(() => call);
        error.Category.ShouldBe(ErrorCategory.AttemptTimeout);
        error.Message.ShouldContain("'a'");
        _bench.Taught("a").ShouldBe((0, 0));
    }

    [Fact]
    public async Task StreamThatTakesLonger_IsCutAfterWhatItShowed()
    {
        _bench.A.Then(ScriptStep.Say("Hel"), ScriptStep.WaitFor(_never.Task));
        var shown = new List<string>();

        ModelCallException error = await Should.ThrowAsync<ModelCallException>(async () =>
        {
            await foreach (ChatResponseUpdate update in _bench.Client.GetStreamingResponseAsync("Hi", In(5)))
            {
                shown.Add(update.Text);
                _bench.Time.Advance(TimeSpan.FromSeconds(5));
            }
        });

        (error.Category, shown.Single()).ShouldBe((ErrorCategory.AttemptTimeout, "Hel"));
        _bench.Taught("a").ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ClientThatIgnoresItsToken_IsGivenUpToo(bool streams)
    {
        _bench.A.Then(ScriptStep.Hang());

        Task call = streams
            ? _bench.Client.GetStreamingResponseAsync("Hi", In(5)).ToChatResponseAsync()
            : _bench.Client.GetResponseAsync("Hi", In(5));
        _bench.Time.Advance(TimeSpan.FromSeconds(5));

        (await Should.ThrowAsync<ModelCallException>(() => call)).Category.ShouldBe(ErrorCategory.AttemptTimeout);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task DeadlineThatHasCome_AsksNobody(int seconds)
    {
        await Should.ThrowAsync<ModelCallException>(() => _bench.Client.GetResponseAsync("Hi", In(seconds)));

        _bench.A.Calls.ShouldBeEmpty();
        _bench.Taught("a").ShouldBe((0, 0));
    }

    [Fact]
    public async Task CallerWhoCancelsFirst_IsCancelled()
    {
        using var stop = new CancellationTokenSource();
        _bench.A.Then(ScriptStep.Do(stop.Cancel), ScriptStep.WaitFor(_never.Task));

        await Should.ThrowAsync<OperationCanceledException>(() => _bench.Client.GetResponseAsync("Hi", new LlmChatOptions { Deadline = DateTimeOffset.MaxValue }, stop.Token));
    }

    [Fact]
    public async Task AnswerInTime_IsAnAnswer()
    {
        _bench.A.ThenAnswer("Hello");

        (await _bench.Client.GetResponseAsync("Hi", new LlmChatOptions { Deadline = DateTimeOffset.MaxValue })).Text.ShouldBe("Hello");
        _bench.Taught("a").ShouldBe((1, 1));
    }

    private LlmChatOptions In(int seconds) => new() { Deadline = _bench.Time.GetUtcNow().AddSeconds(seconds) };
}
