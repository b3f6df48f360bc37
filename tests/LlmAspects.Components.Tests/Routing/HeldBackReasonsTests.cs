using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Tests.Routing;

public class HeldBackReasonsTests
{
    [Fact]
    public void ReasonThatIsHeardAgain_KeepsTheArray()
    {
        var reasons = new HeldBackReasons(2);
        reasons.Note(1, "too slow");
        string?[] before = reasons.Latest;

        reasons.Note(1, string.Concat("too ", "slow"));

        reasons.Latest.ShouldBeSameAs(before);
    }

    [Fact]
    public void OtherReason_LeavesWhatWasReadAlone()
    {
        var reasons = new HeldBackReasons(2);
        reasons.Note(0, "one");
        string?[] before = reasons.Latest;

        reasons.Note(0, "two");
        reasons.Note(1, "three");

        before.ShouldBe(["one", null]);
        reasons.Latest.ShouldBe(["two", "three"]);
    }

    [Fact]
    public void ReasonsHeardAtOnce_AreAllKept()
    {
        var reasons = new HeldBackReasons(64);

        Parallel.For(0, 64, model => reasons.Note(model, $"reason {model}"));

        reasons.Latest.ShouldBe(Enumerable.Range(0, 64).Select(model => $"reason {model}"));
    }
}
