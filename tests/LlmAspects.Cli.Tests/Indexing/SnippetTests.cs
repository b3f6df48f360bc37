using LlmAspects.Cli.Indexing;

namespace LlmAspects.Cli.Tests.Indexing;

public sealed class SnippetTests
{
    [Theory]
    [InlineData("short  text\nhere", "anything", "short text here")]
    [InlineData("", "anything", "")]
    [InlineData("   \n ", "anything", "")]
    [InlineData("Retries happen", "retry?", "Retries happen")]
    public void ShortText_IsShownWhole(string text, string query, string expected) => Snippet.Of(text, query).ShouldBe(expected);

    [Fact]
    public void LongText_IsShownWhereTheWordsAre()
    {
        string text = string.Join(' ', Enumerable.Repeat("filler", 100)) + " the manager approves refunds " + string.Join(' ', Enumerable.Repeat("filler", 100));

        string snippet = Snippet.Of(text, "Who approves a refund?");

        snippet.ShouldStartWith("... ");
        snippet.ShouldEndWith("...");
        snippet.ShouldContain("approves refunds");
        snippet.Length.ShouldBeLessThanOrEqualTo(207);
    }

    [Fact]
    public void OneEndlessWord_IsCutBetweenCharacters()
    {
        string snippet = Snippet.Of("x" + string.Concat(Enumerable.Repeat("\ud83d\ude00", 300)), "x");

        snippet.ShouldBe("x" + string.Concat(Enumerable.Repeat("\ud83d\ude00", 99)) + "...");
    }

    [Fact]
    public void ControlCharacters_AreNotShown() => Snippet.Of("a\u001b[31m b", "a").ShouldBe("a[31m b");
}
