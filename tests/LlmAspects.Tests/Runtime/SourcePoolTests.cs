using LlmAspects.Runtime;

namespace LlmAspects.Tests.Runtime;

public sealed class SourcePoolTests
{
    [Fact]
    public void EmptyPool_HasNothing() => SourcePool<Unused>.TryTake().ShouldBeNull();

    [Fact]
    public void Source_ServesItsThreadAgainAndNobodyTwice()
    {
        var source = new Own();
        SourcePool<Own>.Return(source);

        SourcePool<Own>.TryTake().ShouldBeSameAs(source);
        SourcePool<Own>.TryTake().ShouldBeNull();
    }

    [Fact]
    public void SecondSource_IsFoundByOtherThreadsOfItsProcessor()
    {
        var (first, second) = (new Shared(), new Shared());
        SourcePool<Shared>.Return(first);
        SourcePool<Shared>.Return(second);

        // One of them runs on that processor sooner or later.
        Shared? found = null;
        Thread[] seekers = [.. Enumerable.Range(0, 2 * Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            while (Volatile.Read(ref found) is null)
            {
                if (SourcePool<Shared>.TryTake() is { } source)
                {
                    Volatile.Write(ref found, source);
                }
            }
        }))];
        Array.ForEach(seekers, seeker => seeker.Start());
        Array.ForEach(seekers, seeker => seeker.Join(TimeSpan.FromMinutes(1)).ShouldBeTrue());

        found.ShouldBeSameAs(second);
        SourcePool<Shared>.TryTake().ShouldBeSameAs(first);
    }

    private sealed class Unused;

    private sealed class Own;

    private sealed class Shared;
}
