using LlmAspects.Shared;

namespace LlmAspects.Generators.Tests.Pipeline;

public class EquatableArrayTests
{
    [Fact]
    public void ArraysWithTheSameElements_AreEqual()
    {
        var left = new EquatableArray<string>(["a", "b"]);
        var right = new EquatableArray<string>(["a", "b"]);

        left.ShouldBe(right);
        (left == right).ShouldBeTrue();
        left.GetHashCode().ShouldBe(right.GetHashCode());
    }

    [Theory]
    [InlineData("a,b", "a")]
    [InlineData("a,b", "b,a")]
    [InlineData("a,b", "a,c")]
    public void ArraysThatDiffer_AreNotEqual(string left, string right)
        => (new EquatableArray<string>(left.Split(',')) != new EquatableArray<string>(right.Split(','))).ShouldBeTrue();

    [Fact]
    public void DefaultAndEmptyArray_AreEqual()
    {
        EquatableArray<string>.Empty.ShouldBe(new EquatableArray<string>([]));
        EquatableArray<string>.Empty.GetHashCode().ShouldBe(new EquatableArray<string>([]).GetHashCode());
        default(EquatableArray<string>).ShouldBeEmpty();
    }

    [Fact]
    public void OtherObjects_AreNotEqual()
        => new EquatableArray<string>(["a"]).Equals((object)"a").ShouldBeFalse();
}
