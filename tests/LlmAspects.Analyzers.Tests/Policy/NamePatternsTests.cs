using LlmAspects.Analyzers.Policy;

namespace LlmAspects.Analyzers.Tests.Policy;

public class NamePatternsTests
{
    [Theory]
    [InlineData("Contoso.Rag", "Contoso.Rag", true)]
    [InlineData("Contoso.Rag", "Contoso.Rag.Deep", false)]
    [InlineData("Contoso.Rag", "contoso.rag", false)]
    [InlineData("Contoso.*", "Contoso.Rag", true)]
    [InlineData("Contoso.*", "Contoso.Rag.Deep", false)]
    [InlineData("Contoso.*", "Contoso", false)]
    [InlineData("Contoso.**", "Contoso.Rag.Deep", true)]
    [InlineData("Contoso.**", "Contoso", true)]
    [InlineData("Contoso.**", "ContosoOther", false)]
    [InlineData("*.Rag", "Contoso.Rag", true)]
    [InlineData("*.Rag", "Contoso.Deep.Rag", false)]
    [InlineData("**.Rag", "Contoso.Deep.Rag", true)]
    [InlineData("Contoso.*.Deep", "Contoso.Rag.Deep", true)]
    [InlineData("*Async", "AskAsync", true)]
    [InlineData("*Async", "AsyncAsk", false)]
    [InlineData("Get*By*", "GetOrderById", true)]
    [InlineData("*", "", true)]
    [InlineData("**", "A.B.C", true)]
    public void Pattern_TakesWhatItMatches(string pattern, string name, bool isTaken) => NamePatterns.TryRead([pattern])!.Take(name).ShouldBe(isTaken);

    [Theory]
    [InlineData("AskAsync", true)]
    [InlineData("TryAskAsync", false)]
    [InlineData("TryAskTwiceAsync", true)]
    [InlineData("Ask", false)]
    public void LastPatternThatMatches_Decides(string name, bool isTaken) => NamePatterns.TryRead(["*Async", "!Try*", "Try*TwiceAsync"])!.Take(name).ShouldBe(isTaken);

    [Fact]
    public void ExclusionsAlone_TakeTheRest()
    {
        var patterns = NamePatterns.TryRead(["!Try*", " ! Is* "])!;

        patterns.Take("Ask").ShouldBeTrue();
        patterns.Take("TryAsk").ShouldBeFalse();
        patterns.Take("IsOpen").ShouldBeFalse();
    }

    [Fact]
    public void NoPattern_TakesEverything()
    {
        NamePatterns.Everything.Take("Ask").ShouldBeTrue();
        NamePatterns.TryRead([])!.Take("Ask").ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("! ")]
    public void BlankPattern_MakesTheListUnreadable(string pattern) => NamePatterns.TryRead(["A.**", pattern]).ShouldBeNull();

    // Tried one after the other, the ways to match this would outlive the sun.
    [Fact]
    public void ManyStars_AreComparedInOnePassEach() =>
        NamePatterns.TryRead([string.Concat(Enumerable.Repeat("*a", 40)) + "*b"])!.Take(new string('a', 200)).ShouldBeFalse();
}
