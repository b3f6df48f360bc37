using LlmAspects.Components.Caching;
using LlmAspects.Components.Caching.Semantic;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Caching.Semantic;

public class QuestionGatesTests
{
    [Theory]
    [InlineData("How do I vote?", "Should I vote?", "different things")]
    [InlineData("What is 17 times 3?", "What is 17 times 4?", "numbers")]
    [InlineData("Why does the price rise?", "Why doesn't the price rise?", "negated")]
    [InlineData("What does \"lead\" mean?", "What does \"load\" mean?", "quote")]
    [InlineData("Where is Georgia Tech?", "Where is Virginia Tech?", "name")]
    [InlineData("Is Polish hard?", "Is polish hard?", "capital")]
    [InlineData("What is my name?", "What is your name?", "people")]
    [InlineData("Who is the mayor?", "Who was the mayor?", "past")]
    [InlineData("How do I enable dark mode?", "How do I disable dark mode?", "opposite")]
    [InlineData("How do I convert miles to knots?", "How do I convert knots to miles?", "order")]
    [InlineData("Is it?", "Is it?", "nothing")]
    public void EachGate_SaysWhatKeepsTheQuestionsApart(string left, string right, string word)
    {
        QuestionMatch.Of(left, right).Obstacle.ShouldNotBeNull().ShouldContain(word);
        QuestionMatch.Of(right, left).Obstacle.ShouldNotBeNull().ShouldContain(word);
    }

    [Fact]
    public void Context_IsEverythingButTheQuestion()
    {
        CacheKey key = CachingSamples.Key("How?");
        key.HasSameContext(CachingSamples.Key("Why, then?")).ShouldBeTrue();
        key.HasSameContext(CachingSamples.Key("How?", new LlmChatOptions { Tenant = "b" })).ShouldBeFalse();
        key.HasSameContext(CachingSamples.Key("How?", new ChatOptions { Seed = 1 })).ShouldBeFalse();
        key.HasSameContext(CachingSamples.Key("How?", target: CacheTarget.Pinned("1"))).ShouldBeFalse();
    }
}
