using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Wrappers;

public class SignatureTests
{
    [Fact]
    public void CoreOfAStruct_ChangesTheStructItself()
    {
        var counter = default(Counter);

        counter.Increment().ShouldBe(1);
        counter.Increment().ShouldBe(2);

        counter.Number.ShouldBe(2);
    }

    [Fact]
    public void ArgumentsByReference_AreTheCallersOwn()
    {
        var counter = default(Counter);
        counter.Increment();
        var reads = 0;

        counter.TryRead(1, ref reads, out var number).ShouldBeTrue();
        counter.TryRead(2, ref reads, out _).ShouldBeFalse();

        number.ShouldBe(1);
        reads.ShouldBe(2);
    }

    [Fact]
    public void Override_IsCalledVirtuallyAndEachLevelCounts()
    {
        var outer = new OperationCounts("loud_speaker", "speak");
        var inner = new OperationCounts("speaker", "speak");
        Speaker speaker = new LoudSpeaker();

        speaker.Speak().ShouldBe("base!");

        outer.Successes.ShouldBe(1);
        inner.Successes.ShouldBe(1);
    }

    [Fact]
    public void ExtensionWithParamsSpan_IsCalledInItsExpandedForm() => "text".Total(1, 2, 3).ShouldBe(10);
}
