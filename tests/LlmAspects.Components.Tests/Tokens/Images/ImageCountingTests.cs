using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Routing;
using LlmAspects.Components.Tokens;
using LlmAspects.Components.Tokens.Images;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Tokens.Images;

public class ImageCountingTests
{
    private static readonly TokenCounter Counter = new(new ModelCatalog(
        TestModels.Model("tiles") with { ImageTokens = ImageTokenRule.Tiles(85, 170) },
        TestModels.Model("unscaled") with { ImageTokens = ImageTokenRule.ForModel("gpt-5.6-sol") },
        TestModels.Model("claude") with { ImageTokens = ImageTokenRule.ClaudeStandard },
        TestModels.Model("unknown")));

    [Fact]
    public void Image_IsCountedExactlyFromItsHeader()
    {
        Added("tiles", Image(1_024, 1_024)).ShouldBe(TokenCount.Exact(765));
        Added("claude", Image(1_000, 1_000)).ShouldBe(TokenCount.Exact(1_296));
    }

    [Fact]
    public void ImageOfADataUri_IsCountedFromItsHeader() =>
        Added("claude", new DataContent($"data:image/png;base64,{Convert.ToBase64String(ImageFiles.PngHeader(1_000, 1_000))}")).ShouldBe(TokenCount.Exact(1_296));

    [Fact]
    public void TwoImages_CountTwice() => Added("tiles", Image(1_024, 1_024), Image(512, 512)).ShouldBe(TokenCount.Exact(765 + 255));

    [Theory]
    [MemberData(nameof(ImageFiles.All), MemberType = typeof(ImageFiles))]
    public void EveryFormat_IsCounted(string format, byte[] file) => Added("claude", new DataContent(file, "image/*")).ShouldBe(TokenCount.Exact(2), format);

    [Fact]
    public void DetailOfAnImage_IsHeeded()
    {
        DataContent image = Image(1_024, 1_024);
        image.AdditionalProperties = new AdditionalPropertiesDictionary { ["detail"] = new Level("low") };

        Added("tiles", image).ShouldBe(TokenCount.Exact(85));
    }

    [Fact]
    public void DetailOfALink_IsHeeded()
    {
        UriContent link = Link();
        link.AdditionalProperties = new AdditionalPropertiesDictionary { ["detail"] = "low" };

        Added("tiles", link).ShouldBe(TokenCount.Exact(85));
    }

    [Fact]
    public void LinkToAnImage_IsAllThatTheRuleCanGive()
    {
        Added("tiles", Link()).ShouldBe(TokenCount.Between(255, 765, 1_445));
        Added("claude", Link()).ShouldBe(TokenCount.Between(1, 1_369, 1_568));
        Added("unscaled", Link()).ShouldBe(TokenCount.Between(1, 1_229, 19_662));
    }

    [Fact]
    public void BrokenImage_CountsAsOneOfUnknownSize() => Added("tiles", new DataContent(new byte[] { 0xFF, 0xD8, 0xFF }, "image/jpeg")).ShouldBe(TokenCount.Between(255, 765, 1_445));

    [Fact]
    public void UnknownRule_SpansTheCommonOnes()
    {
        TokenCount count = Added("unknown", Image(1_920, 1_080));

        count.ShouldBe(TokenCount.Between(1_105, 1_105, 2_691));
        Added("unknown", Link()).ShouldBe(TokenCount.Between(1, 765, 4_784));
    }

    private static TokenCount Added(string model, params AIContent[] images)
    {
        ChatMessage With(IEnumerable<AIContent> contents) => new(ChatRole.User, [new TextContent("What is this?"), .. contents]);
        TokenCount with = Counter.CountRequest(model, [With(images)], null);
        int without = Counter.CountRequest(model, [With([])], null).Estimate;
        return TokenCount.Between(with.Lower - without, with.Estimate - without, with.Upper - without);
    }

    private static DataContent Image(uint width, uint height) => new(ImageFiles.PngHeader(width, height), "image/png");

    private static UriContent Link() => new(new Uri("https://example.org/a.png"), "image/png");

    /// <summary>Clients have types of their own for the level.</summary>
    private readonly record struct Level(string Name)
    {
        public override string ToString() => Name;
    }
}
