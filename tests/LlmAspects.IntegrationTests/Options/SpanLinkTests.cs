using System.Diagnostics;
using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Options;

public class SpanLinkTests
{
    private static readonly ActivityContext First = NewContext();
    private static readonly ActivityContext Second = NewContext();

    [Fact]
    public async Task ContextsAndLinks_BecomeLinksOfTheSpan() => (await LinksOfAsync(static () =>
    {
        LinkedCalls.One(First);
        LinkedCalls.Link(new ActivityLink(Second));
        LinkedCalls.Lazy([new ActivityLink(First), new ActivityLink(Second)]);
        return Task.CompletedTask;
    })).ShouldBe([[First], [Second], [First, Second]]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LinksOfATask_AreExported(bool isPending) => (await LinksOfAsync(async () =>
    {
        await LinkedCalls.MaybeAsync(First, isPending);
        await LinkedCalls.MaybeAsync(null, isPending);
        await LinkedCalls.BatchAsync(First, Second);
    })).ShouldBe([[First], [], [First, Second]]);

    [Fact]
    public async Task Root_IsLinkedToTheCallerToo()
    {
        using var caller = new Activity("caller").Start();

        (await LinksOfAsync(static () => LinkedCalls.BatchAsync(First).AsTask())).ShouldHaveSingleItem().ShouldBe([caller.Context, First]);
    }

    [Fact]
    public async Task NothingToLinkTo_AddsNothing() => (await LinksOfAsync(static () =>
    {
        LinkedCalls.One(default);
        LinkedCalls.Running(null);
        LinkedCalls.Lazy(null);
        using var unstarted = new Activity("unstarted");
        LinkedCalls.Running(unstarted);
        return Task.CompletedTask;
    })).ShouldBe([[], [], [], []]);

    [Fact]
    public async Task RunningActivities_AreLinkedInSampledCallsOnly()
    {
        EndedThreads.Collect();
        using var sender = new Activity("sender").SetIdFormat(ActivityIdFormat.W3C).Start();
        sender.Stop();

        (await LinksOfAsync(() =>
        {
            LinkedCalls.Running(sender);
            LinkedCalls.Sampled([sender, null]);
            LinkedCalls.Sampled([sender]);
            return Task.CompletedTask;
        })).ShouldBe([[sender.Context], [sender.Context]]);
    }

    [Fact]
    public async Task SequenceThatThrows_CostsItsLinksOnly() =>
        (await LinksOfAsync(static () => Task.FromResult(LinkedCalls.Lazy(Throwing())))).ShouldHaveSingleItem().ShouldBe([First]);

    [Fact]
    public void Sequence_IsReadOnlyForASpan() => LinkedCalls.Lazy(Enumerable.Range(0, 1).Select(static ActivityLink (_) => throw new InvalidOperationException("read"))).ShouldBe(1);

    private static IEnumerable<ActivityLink> Throwing()
    {
        yield return new ActivityLink(First);
        throw new InvalidOperationException("links");
    }

    private static ActivityContext NewContext() => new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);

    private static async Task<IEnumerable<ActivityContext[]>> LinksOfAsync(Func<Task> calls) =>
        (await ExportedSpans.OfAsync(calls)).Select(static span => span.Links.Select(static link => link.Context).ToArray());
}
