using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Routing;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Tokens;

public class TokenCounterTests
{
    private static readonly ModelCatalog Catalog = new(
        TestModels.Model("new") with { InputPricePerMillion = 2m, OutputPricePerMillion = 8m },
        TestModels.Model("old") with { Tokenizer = "cl100k_base" },
        TestModels.Model("closed") with { Tokenizer = null, InputPricePerMillion = null });

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void TokenizerNotPublic_IsTheStatedInterval()
    {
        int reference = Counter().CountText("new", "Der Router wählt das Modell.").Estimate;

        TokenCount count = Counter(new TokenCounterOptions { TokenizerError = 0.25 }).CountText("closed", "Der Router wählt das Modell.");

        count.ShouldBe(TokenCount.Between((int)(reference / 1.25), reference, (int)Math.Ceiling(reference * 1.25)));
    }

    [Fact]
    public void TokenizerNotPublic_IsNeverMoreThanATokenAByte() =>
        Counter(new TokenCounterOptions { TokenizerError = 4 }).CountText("closed", "?!").Upper.ShouldBe(2);

    [Fact]
    public void UnknownModel_Throws() => Should.Throw<UnknownModelException>(() => Counter().CountText("none", "a")).ModelId.ShouldBe("none");

    [Fact]
    public void UnknownModelWithEstimate_IsAnInterval() =>
        Counter(new TokenCounterOptions { UnknownModel = UnknownModelPolicy.Estimate }).CountText("none", "some ordinary words").IsExact.ShouldBeFalse();

    [Fact]
    public void Request_AddsThreeTokensAMessageTheRoleTheNameAndThePrimer()
    {
        TokenCounter counter = Counter();
        int Tokens(string text) => counter.CountText("new", text).Estimate;
        ChatMessage[] messages =
        [
            new(ChatRole.System, "Be brief."),
            new(ChatRole.User, "What is a breaker?") { AuthorName = "ann" },
        ];

        TokenCount count = counter.CountRequest("new", messages, null);

        int expected = 3 + (3 + Tokens("system") + Tokens("Be brief.")) + (3 + Tokens("user") + Tokens("What is a breaker?") + 1 + Tokens("ann"));
        count.ShouldBe(TokenCount.Exact(expected));
    }

    [Fact]
    public void Instructions_CountAsASystemMessage()
    {
        ChatMessage user = new(ChatRole.User, "Hi");

        TokenCount asOption = Counter().CountRequest("new", [user], new ChatOptions { Instructions = "Be brief." });

        asOption.ShouldBe(Counter().CountRequest("new", [new(ChatRole.System, "Be brief."), user], null));
    }

    [Fact]
    public void Tools_WidenTheCountByRuleAndSchema()
    {
        AITool tool = AIFunctionFactory.Create((string city, int days) => $"{city}{days}", "forecast", "Tells the weather.");
        ChatMessage user = new(ChatRole.User, "Hi");

        TokenCount count = Counter().CountRequest("new", [user], new ChatOptions { Tools = [tool] });

        int without = Counter().CountRequest("new", [user], null).Estimate;
        count.Lower.ShouldBeGreaterThan(without + 12 + 7 + 9);
        count.Upper.ShouldBeGreaterThan(count.Lower);
    }

    [Fact]
    public void ImageOfAModelWithoutARule_CountsAsAnInterval()
    {
        ChatMessage message = new(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")]);

        TokenCount count = Counter().CountRequest("new", [message], null);

        (count.Upper - count.Lower).ShouldBe(4_784 - 1);
    }

    [Fact]
    public void FunctionCallAndResult_AreCounted()
    {
        ChatMessage call = new(ChatRole.Assistant, [new FunctionCallContent("1", "forecast", new Dictionary<string, object?> { ["city"] = "Kassel" })]);
        ChatMessage result = new(ChatRole.Tool, [new FunctionResultContent("1", "sunny all day")]);
        int empty = Counter().CountRequest("new", [new(ChatRole.Assistant, ""), new(ChatRole.Tool, "")], null).Estimate;

        Counter().CountRequest("new", [call, result], null).Estimate.ShouldBeGreaterThan(empty + 5);
    }

    [Fact]
    public void Cost_IsDecimalArithmetic() => Counter().EstimateCost("new", 1_000, 500).ShouldBe(0.006m);

    [Fact]
    public void CostWithoutPrice_IsNull() => Counter().EstimateCost("closed", 1_000, 500).ShouldBeNull();

    [Fact]
    public void RecordedUsage_IsInEveryTotal()
    {
        TokenCounter counter = Counter();
        counter.RecordUsage("new", new UsageDetails { InputTokenCount = 100, OutputTokenCount = 10, CachedInputTokenCount = 60, ReasoningTokenCount = 4 }).ShouldBe(0.00028m);
        _time.Advance(TimeSpan.FromDays(1));
        counter.RecordUsage("new", new UsageDetails { InputTokenCount = 1 });
        counter.RecordUsage("closed", new UsageDetails { OutputTokenCount = 7 });

        counter.GetTotals("new").InputTokens.ShouldBe(101);
        counter.GetTotals("new", new DateOnly(2026, 3, 1)).ShouldBe(
            new UsageTotals { Calls = 1, InputTokens = 100, OutputTokens = 10, CachedInputTokens = 60, ReasoningTokens = 4, Cost = 0.00028m });
        TokenStatistics statistics = counter.GetStatistics();
        statistics.Total.Calls.ShouldBe(3);
        statistics.Total.UnpricedCalls.ShouldBe(2);
        statistics.ByModel.Keys.ShouldBe(["closed", "new"]);
        statistics.ByDay[new DateOnly(2026, 3, 2)].Calls.ShouldBe(2);
    }

    [Fact]
    public void DaysBeyondTheRetained_AreForgottenButStayInTheTotal()
    {
        TokenCounter counter = Counter(new TokenCounterOptions { RetainedDays = 2 });
        for (int day = 0; day < 4; day++)
        {
            counter.RecordUsage("new", new UsageDetails { InputTokenCount = 1 });
            _time.Advance(TimeSpan.FromDays(1));
        }

        counter.GetStatistics().ByDay.Keys.ShouldBe([new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 4)]);
        counter.GetTotals("new", new DateOnly(2026, 3, 1)).Calls.ShouldBe(0);
        counter.GetTotals("new").Calls.ShouldBe(4);
    }

    [Fact]
    public void ConcurrentRecords_LoseNothing()
    {
        TokenCounter counter = Counter();

        Parallel.For(0, 20_000, _ => counter.RecordUsage("new", new UsageDetails { InputTokenCount = 1, OutputTokenCount = 2 }));

        counter.GetTotals("new").ShouldBe(new UsageTotals { Calls = 20_000, InputTokens = 20_000, OutputTokens = 40_000, Cost = 20_000 * 0.000018m });
    }

    [Fact]
    public void Defaults_AreAsDocumented() =>
        new TokenCounterOptions().ShouldBe(new TokenCounterOptions { UnknownModel = UnknownModelPolicy.Throw, TokenizerError = 0.5, RetainedDays = 31 });

    [Theory]
    [InlineData(-0.1, 31)]
    [InlineData(double.NaN, 31)]
    [InlineData(0.5, 0)]
    public void OptionOutOfRange_Throws(double error, int days) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Counter(new TokenCounterOptions { TokenizerError = error, RetainedDays = days }));

    private TokenCounter Counter(TokenCounterOptions? options = null) => new(Catalog, options, _time);

    [Fact]
    public void UsageWithoutInputOrOutput_HasNoPrice()
    {
        TokenCounter counter = Counter();

        counter.RecordUsage("new", new UsageDetails { TotalTokenCount = 500 }).ShouldBeNull();
        counter.RecordUsage("new", new UsageDetails { OutputTokenCount = 500 }).ShouldBeNull();
        counter.RecordUsage("new", new UsageDetails { InputTokenCount = 0, OutputTokenCount = 0 }).ShouldBe(0m);

        counter.GetTotals("new").UnpricedCalls.ShouldBe(2);
    }

    [Fact]
    public void SumBeyondTheRange_StaysAtTheEnd() =>
        (TokenCount.Between(1, 2, int.MaxValue) + TokenCount.Between(1, int.MaxValue, int.MaxValue)).ShouldBe(TokenCount.Between(2, int.MaxValue, int.MaxValue));
}
