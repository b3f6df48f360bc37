using System.Collections.Concurrent;
using LlmAspects.Components.Prompting;

namespace LlmAspects.Components.Tests.Prompting;

public class FenceSourceTests
{
    [Fact]
    public void WordsOfManyThreads_AreAllDifferent()
    {
        var fences = new FenceSource(random: null);
        var words = new ConcurrentBag<string>();

        Parallel.For(0, 2_000, _ => words.Add(fences.Next([])));

        words.Distinct(StringComparer.Ordinal).Count().ShouldBe(2_000);
        words.ShouldAllBe(word => word.Length == 32 && word.All(char.IsAsciiHexDigitLower));
    }

    [Fact]
    public void SourceThatIsGiven_IsAskedForEachWord()
    {
        using var random = new ScriptedRandom(0x11, 0x22);
        var fences = new FenceSource(random);

        (fences.Next([])[..2], fences.Next([])[..2]).ShouldBe(("11", "22"));
    }
}
