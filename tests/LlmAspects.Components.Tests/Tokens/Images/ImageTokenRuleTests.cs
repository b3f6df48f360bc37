using CsCheck;
using LlmAspects.Components.Tokens;
using LlmAspects.Components.Tokens.Images;

namespace LlmAspects.Components.Tests.Tokens.Images;

public class ImageTokenRuleTests
{
    private static readonly string[] Models = ["gpt-4o", "gpt-4o-mini", "gpt-5.1", "o3", "gpt-4.1-mini", "gpt-5.2", "gpt-5.4", "gpt-5.5", "gpt-5.6-sol", "claude-haiku-4-5", "claude-sonnet-5"];

    private static readonly string?[] Details = [null, "low", "high", "original", "auto"];

    // The worked examples of the guide, and the two sizes around a border of which users reported what was billed:
    // https://community.openai.com/t/vision-pricing-calculator-inaccurate-resizing-rounding-vs-api-costs/1281361
    [Theory]
    [InlineData(1_024, 1_024, "high", 765)]
    [InlineData(2_048, 4_096, "high", 1_105)]
    [InlineData(4_096, 8_192, "low", 85)]
    [InlineData(1_024, 1_024, null, 765)]
    [InlineData(1_024, 1_024, "auto", 765)]
    [InlineData(1_024, 1_024, "LOW", 85)]
    [InlineData(1, 1, "high", 255)]
    [InlineData(512, 512, "high", 255)]
    [InlineData(513, 512, "high", 425)]
    [InlineData(2_049, 513, "high", 1_445)]
    [InlineData(2_050, 513, "high", 765)]
    public void Tiles_CountAsPublished(int width, int height, string? detail, int tokens) =>
        ImageTokenRule.ForModel("gpt-4o").ShouldNotBeNull().Count(new ImageSize(width, height), detail).ShouldBe(TokenCount.Exact(tokens));

    // The first two are the worked examples of the guide.
    [Theory]
    [InlineData("gpt-5.4", 1_024, 1_024, "high", 1_229)]
    [InlineData("gpt-5.4", 2_048, 2_048, "high", 3_000)]
    [InlineData("gpt-5.4", 2_048, 2_048, null, 3_000)]
    [InlineData("gpt-5.4", 2_048, 2_048, "low", 4_916)]
    [InlineData("gpt-5.4", 2_048, 2_048, "original", 4_916)]
    [InlineData("gpt-5.5", 2_048, 2_048, null, 4_916)]
    [InlineData("gpt-5.5", 2_048, 2_048, "low", 308)]
    [InlineData("gpt-5.6-luna", 1_920, 1_080, null, 2_448)]
    [InlineData("gpt-5.6-luna", 4_032, 3_024, "auto", 14_364)]
    [InlineData("gpt-4.1-mini", 1_024, 1_024, "high", 1_659)]
    [InlineData("gpt-4.1-mini", 1_024, 1_024, "low", 1_659)]
    [InlineData("gpt-4.1-mini", 32, 33, "high", 4)]
    public void Patches_CountAsPublishedGiveOrTakeOne(string model, int width, int height, string? detail, int tokens) =>
        ImageTokenRule.ForModel(model).ShouldNotBeNull().Count(new ImageSize(width, height), detail).ShouldBe(TokenCount.Between(tokens - 1, tokens, tokens + 1));

    // The worked examples of an earlier edition of the guide, before the multiplier: at most 1,536 patches.
    [Theory]
    [InlineData(1_024, 1_024, 1_024)]
    [InlineData(1_800, 2_400, 1_452)]
    public void PatchBudget_ScalesTheImageDown(int width, int height, int patches) =>
        ImageTokenRule.Patches(1m, new ImageLimits(65_535, 1_536)).Count(new ImageSize(width, height)).Estimate.ShouldBe(patches);

    // The table of the guide.
    [Theory]
    [InlineData(200, 200, 64, 64)]
    [InlineData(1_000, 1_000, 1_296, 1_296)]
    [InlineData(1_092, 1_092, 1_521, 1_521)]
    [InlineData(1_920, 1_080, 1_560, 2_691)]
    [InlineData(2_000, 1_500, 1_564, 3_888)]
    [InlineData(3_840, 2_160, 1_560, 4_784)]
    public void Claude_CountsAsPublished(int width, int height, int standard, int highResolution)
    {
        ImageTokenRule.ClaudeStandard.Count(new ImageSize(width, height)).ShouldBe(TokenCount.Exact(standard));
        ImageTokenRule.ClaudeHighResolution.Count(new ImageSize(width, height)).ShouldBe(TokenCount.Exact(highResolution));
    }

    // Of 2,000 by 1,500 pixels the table of the guide says 1,269 by 952 and its computation 1,270 by 952; both have 1,564 tokens.
    [Theory]
    [InlineData(1_568, 1_568, 1_920, 1_080, 1_456, 819)]
    [InlineData(1_568, 1_568, 2_000, 1_500, 1_270, 952)]
    [InlineData(1_568, 1_568, 1_075, 1_520, 924, 1_307)]
    [InlineData(2_576, 4_784, 3_840, 2_160, 2_576, 1_449)]
    [InlineData(2_576, 4_784, 1_075, 1_520, 1_075, 1_520)]
    public void Claude_SeesThePublishedSize(int side, int tokens, int width, int height, int seenWidth, int seenHeight) =>
        new ClaudeImageRule(side, tokens).Scale(new ImageSize(width, height)).ShouldBe(new ImageSize(seenWidth, seenHeight));

    [Fact]
    public void EveryCount_LiesInTheIntervalOfTheUnknownSize() =>
        Gen.Select(Gen.OneOf(Models), Gen.Int[1, 4_096], Gen.Int[1, 4_096], Gen.OneOf(Details)).Sample((model, width, height, detail) =>
        {
            ImageTokenRule rule = ImageTokenRule.ForModel(model)!;
            TokenCount count = rule.Count(new ImageSize(width, height), detail);
            TokenCount unknown = rule.CountUnknownSize(detail);

            return unknown.Lower <= count.Lower && count.Upper <= unknown.Upper;
        }, iter: 5_000);

    [Fact]
    public void TurnedImage_CountsTheSame() =>
        Gen.Select(Gen.OneOf(Models), Gen.Int[1, 20_000], Gen.Int[1, 20_000], Gen.OneOf(Details)).Sample((model, width, height, detail) =>
            ImageTokenRule.ForModel(model)!.Count(new ImageSize(width, height), detail) == ImageTokenRule.ForModel(model)!.Count(new ImageSize(height, width), detail), iter: 5_000);

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MaxValue, 1)]
    [InlineData(1, int.MaxValue)]
    [InlineData(1, 1)]
    public void ExtremeSize_IsCounted(int width, int height)
    {
        foreach (string model in Models)
        {
            foreach (string? detail in Details)
            {
                ImageTokenRule.ForModel(model)!.Count(new ImageSize(width, height), detail).Estimate.ShouldBeInRange(1, 6_000_000, model);
            }
        }
    }

    [Fact]
    public void LargestClaudeImage_KeepsBothLimits() =>
        Gen.Select(Gen.Int[1, 30_000], Gen.Int[1, 30_000]).Sample((width, height) =>
        {
            ImageSize seen = new ClaudeImageRule(1_568, 1_568).Scale(new ImageSize(width, height));

            return seen.Width <= width && seen.Height <= height && Math.Max(seen.Width, seen.Height) <= 1_568 && seen.Squares(28) <= 1_568;
        });

    [Theory]
    [InlineData("gpt-4o-2024-08-06", "gpt-4o")]
    [InlineData("GPT-4o", "gpt-4o")]
    [InlineData("gpt-4.1-mini-2025-04-14", "gpt-4.1-mini")]
    [InlineData("claude-3-5-sonnet-20241022", "claude-haiku-4-5")]
    [InlineData("claude-opus-4-20250514", "claude-haiku-4-5")]
    [InlineData("claude-opus-4-6", "claude-haiku-4-5")]
    [InlineData("claude-opus-4-7", "claude-sonnet-5")]
    [InlineData("claude-haiku-5-5", "claude-sonnet-5")]
    [InlineData("claude-fable-5-1", "claude-sonnet-5")]
    public void Version_HasTheRuleOfItsModel(string model, string same) => ImageTokenRule.ForModel(model).ShouldNotBeNull().ShouldBe(ImageTokenRule.ForModel(same));

    [Theory]
    [InlineData("gpt-4o-audio")]
    [InlineData("llama3.2")]
    [InlineData("claude-instant")]
    [InlineData("claude-3000")]
    [InlineData("")]
    public void OtherModels_HaveNoKnownRule(string model) => ImageTokenRule.ForModel(model).ShouldBeNull();

    [Fact]
    public void NumberOutOfRange_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ImageTokenRule.Tiles(-1, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => ImageTokenRule.Tiles(0, 100_001));
        Should.Throw<ArgumentOutOfRangeException>(() => ImageTokenRule.Patches(0m, new ImageLimits(2_048)));
        Should.Throw<ArgumentOutOfRangeException>(() => ImageTokenRule.Patches(101m, new ImageLimits(2_048)));
        Should.Throw<ArgumentOutOfRangeException>(() => ImageTokenRule.Patches(1m, new ImageLimits(31)));
        Should.Throw<ArgumentOutOfRangeException>(() => ImageTokenRule.Patches(1m, new ImageLimits(2_048), low: new ImageLimits(512, 0)));
        Should.Throw<ArgumentOutOfRangeException>(() => new ImageSize(0, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => new ImageSize(1, 0));
    }
}
