using LlmAspects.Components.Prompting;
using LlmAspects.Components.Prompting.Optimization;

namespace LlmAspects.Components.Tests.Prompting.Optimization;

public class QueryGapsTests
{
    [Theory]
    [InlineData("Why does it crash?", QueryFeature.UnclearReference)]
    [InlineData("Fix them", QueryFeature.UnclearReference)]
    [InlineData("Explain this", QueryFeature.UnclearReference)]
    [InlineData("Summarize the following article in two lines", QueryFeature.MissingMaterial)]
    [InlineData("Please analyse this report and list its weaknesses", QueryFeature.MissingMaterial)]
    [InlineData("circuit breaker", QueryFeature.Terse)]
    [InlineData("What is a tide? Why are there two a day?", QueryFeature.SeveralRequests)]
    [InlineData("Explain tides. Describe the moon. List the planets of the sun.", QueryFeature.SeveralRequests)]
    [InlineData("Explain how a lighthouse works", QueryFeature.NoExample)]
    [InlineData("Write a story about a lighthouse", QueryFeature.NoLimit)]
    [InlineData("Compare wind power and solar power", QueryFeature.NoLimit)]
    [InlineData("Write a function that reverses a list", QueryFeature.NoLanguage)]
    [InlineData("Translate: the lamp is green", QueryFeature.NoLanguage, true)]
    [InlineData("Could you please tell me why the sea is salty?", QueryFeature.Filler)]
    public void WhatIsMissing_IsFound(string query, QueryFeature expected, bool isHidden = false) => Gaps(query).Contains(expected).ShouldBe(!isHidden);

    [Theory]
    [InlineData("Is it safe to eat raw potatoes at night?", QueryFeature.UnclearReference)]
    [InlineData("Explain this: the gate is closed", QueryFeature.UnclearReference)]
    [InlineData("Summarize the following article:\nThe harbour was closed.", QueryFeature.MissingMaterial)]
    [InlineData("What is the following number after four?", QueryFeature.MissingMaterial)]
    [InlineData("What is the boiling point of ethanol?", QueryFeature.Terse)]
    [InlineData("What is a tide?", QueryFeature.SeveralRequests)]
    [InlineData("Explain tides with an example", QueryFeature.NoExample)]
    [InlineData("What is the capital of Chile?", QueryFeature.NoExample)]
    [InlineData("Write a story about a lighthouse in 200 words", QueryFeature.NoLimit)]
    [InlineData("Write a short story about a lighthouse", QueryFeature.NoLimit)]
    [InlineData("Write a function that reverses a list in Python", QueryFeature.NoLanguage)]
    [InlineData("Translate the lamp is green into Danish", QueryFeature.NoLanguage)]
    [InlineData("Why is the sea salty?", QueryFeature.Filler)]
    public void WhatIsThere_IsNotMissed(string query, QueryFeature feature) => Gaps(query).ShouldNotContain(feature);

    // Parts of words: "longest" holds "long", "listing" holds "list", "goal" holds "go", "within" holds "it".
    [Theory]
    [InlineData("Write a story about the longest winter", QueryFeature.NoLimit)]
    [InlineData("Write a story about a listing ship", QueryFeature.NoLimit)]
    [InlineData("Write a function that counts every goal", QueryFeature.NoLanguage)]
    [InlineData("Explain counterexamples in logic", QueryFeature.NoExample)]
    public void PartsOfWords_DoNotCount(string query, QueryFeature expected) => Gaps(query).ShouldContain(expected);

    [Theory]
    [InlineData("東京の天気はどうですか")]
    [InlineData("Wo liegt denn eigentlich der nächste Bahnhof von hier aus")]
    [InlineData("Jak długo gotuje się ziemniaki na miękko")]
    [InlineData("?!")]
    public void TextThatIsNotEnglish_IsLeftAlone(string query)
    {
        OptimizedQuery result = OptimizerSamples.Trusting().Optimize(query);

        result.Abstained.ShouldNotBeNull();
        result.Optimized.ShouldBeSameAs(query);
        result.Suggestions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Hello!")]
    [InlineData("Hi, thank you so much")]
    public void Chat_LacksNothing(string query) => Gaps(query).ShouldBeEmpty();

    [Fact]
    public void WhatStandsBesideTheQuery_IsNotMissing()
    {
        OptimizedQuery result = new QueryOptimizer().Optimize(new OptimizationRequest("Summarize this") { HasSurroundings = true });
        result.Suggestions.Select(static suggestion => suggestion.Feature).ShouldBe([QueryFeature.NoLimit]);
    }

    private static HashSet<QueryFeature> Gaps(string query) => [.. new QueryOptimizer().Optimize(query).Suggestions.Select(static suggestion => suggestion.Feature)];
}
