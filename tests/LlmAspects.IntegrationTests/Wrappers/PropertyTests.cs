using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Wrappers;

public class PropertyTests
{
    [Fact]
    public void EachAccessor_IsAnOperationOfItsOwn()
    {
        var (getter, setter) = (new OperationCounts("shelf", "get_label"), new OperationCounts("shelf", "set_label"));
        var shelf = new Shelf { Label = "prose" };

        shelf.Label.ShouldBe("prose");
        shelf.Label += "s";

        getter.Successes.ShouldBe(2);
        setter.Successes.ShouldBe(2);
    }

    [Fact]
    public void SetterThatThrows_IsRecordedAndPassesOn()
    {
        var setter = new OperationCounts("shelf", "set_label");
        var shelf = new Shelf();

        Should.Throw<FormatException>(() => shelf.Label = "");

        shelf.Label.ShouldBe("new");
        setter.Errors.ShouldBe(1);
        setter.ErrorRecords.ShouldContain(record => record.Operation == "set_label" && record.ExceptionType == typeof(FormatException).FullName);
    }

    [Fact]
    public void GivenName_KeepsTheAccessorInFront()
    {
        var getter = new OperationCounts("shelf", "get_size");

        new Shelf { ["a"] = 1 }.Count.ShouldBe(1);

        getter.Successes.ShouldBe(1);
    }

    [Fact]
    public void Indexer_PassesItsArgumentsAndItsFailures()
    {
        var (getter, setter) = (new OperationCounts("shelf", "get_item"), new OperationCounts("shelf", "set_item"));
        var shelf = new Shelf { ["a"] = 2 };

        shelf["a"].ShouldBe(2);
        Should.Throw<KeyNotFoundException>(() => shelf["b"]);

        setter.Successes.ShouldBe(1);
        getter.Successes.ShouldBe(1);
        getter.Errors.ShouldBe(1);
    }

    [Fact]
    public void Success_AllocatesNothing()
    {
        var shelf = new Shelf { ["a"] = 1 };
        _ = shelf["a"];
        var before = GC.GetAllocatedBytesForCurrentThread();

        _ = shelf["a"];
        shelf["a"] = 2;

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
