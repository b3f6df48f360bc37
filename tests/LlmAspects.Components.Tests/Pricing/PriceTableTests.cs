using System.Text;
using LlmAspects.Components.Pricing;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Pricing;

public class PriceTableTests
{
    private const string Json = """
        {
          "version": 1,
          "currency": "USD",
          "source": "made up",
          "models": {
            "large": [
              { "from": "2026-07-01", "standard": { "input": 2, "output": 8 } },
              { "from": "2026-01-01", "standard": { "input": 4, "cachedInput": 0.4, "cacheWrite": 5, "output": 16 }, "batch": { "input": 2, "output": 8 } }
            ],
            "small": [ { "from": "2026-01-01", "standard": { "input": 0.1, "output": 0.5 } } ]
          }
        }
        """;

    private static readonly PriceTable Table = PriceTable.Parse(Json);
    private static readonly UsageDetails Usage = new() { InputTokenCount = 1_000_000, OutputTokenCount = 1_000_000, CachedInputTokenCount = 500_000 };

    [Fact]
    public void File_TellsItsModelsAndSource()
    {
        Table.Models.ShouldBe(["large", "small"]);
        Table.Source.ShouldBe("made up");
        Table.Contains("large").ShouldBeTrue();
        Table.Contains("Large").ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", 4)]
    [InlineData("2026-06-30T23:59:59.9999999Z", 4)]
    [InlineData("2026-07-01T00:00:00Z", 2)]
    [InlineData("2030-01-01T00:00:00Z", 2)]
    public void Entry_IsValidFromTheFirstMomentOfItsDay(string at, int input) => Table.Find("large", Time(at)).ShouldNotBeNull().Input.ShouldBe(input);

    [Theory]
    [InlineData("2026-07-01T01:59:59+02:00", 4)]
    [InlineData("2026-07-01T02:00:00+02:00", 2)]
    [InlineData("2026-06-30T19:59:59-04:00", 4)]
    [InlineData("2026-06-30T20:00:00-04:00", 2)]
    public void Day_IsThatOfUtc(string at, int input) => Table.Find("large", Time(at)).ShouldNotBeNull().Input.ShouldBe(input);

    [Fact]
    public void BeforeTheFirstEntry_NoPriceIsKnown()
    {
        Table.Find("large", Time("2025-12-31T23:59:59.9999999Z")).ShouldBeNull();
        Table.Cost("large", Usage, Time("2025-12-31T00:00:00Z")).ShouldBeNull();
    }

    [Fact]
    public void Cost_TakesThePricesOfTheDay()
    {
        Table.Cost("large", Usage, Time("2026-03-01T00:00:00Z")).ShouldBe(2m + 0.2m + 16m);
        Table.Cost("large", Usage, Time("2026-08-01T00:00:00Z")).ShouldBe(2m + 8m);
    }

    [Fact]
    public void BatchTier_HasItsOwnPrices() => Table.Cost("large", Usage, Time("2026-03-01T00:00:00Z"), PriceTier.Batch).ShouldBe(10m);

    [Fact]
    public void BatchTierWithoutPrices_IsNotTheStandardPrice() => Table.Cost("small", Usage, Time("2026-03-01T00:00:00Z"), PriceTier.Batch).ShouldBeNull();

    [Fact]
    public void UnknownModel_Throws()
    {
        UnknownModelException error = Should.Throw<UnknownModelException>(() => Table.Cost("huge", Usage, Time("2026-03-01T00:00:00Z")));

        error.ModelId.ShouldBe("huge");
        error.Message.ShouldContain("price table");
    }

    [Fact]
    public void Models_GetTheInputAndOutputPricesOfTheTime()
    {
        ModelInfo[] models = [TestModels.Model("large"), TestModels.Model("own", price: 3m)];

        Table.ApplyTo(models, Time("2026-03-01T00:00:00Z")).Select(model => (model.InputPricePerMillion, model.OutputPricePerMillion)).ShouldBe([(4m, 16m), (3m, 3m)]);
        Table.ApplyTo(models, Time("2025-03-01T00:00:00Z")).Select(model => model.InputPricePerMillion).ShouldBe([null, 3m]);
    }

    [Fact]
    public void StreamAndFile_AreReadLikeText()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("\uFEFF" + Json));
        try
        {
            File.WriteAllText(path, Json);

            PriceTable.Load(stream).Models.ShouldBe(Table.Models);
            PriceTable.Load(path).Models.ShouldBe(Table.Models);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void MissingFile_IsAnIoError() => Should.Throw<IOException>(() => PriceTable.Load(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));

    [Fact]
    public void StreamBeyondTheLimit_IsRefused()
    {
        using var stream = new MemoryStream(new byte[(16 * 1024 * 1024) + 1]);

        Should.Throw<PriceTableException>(() => PriceTable.Load(stream)).Message.ShouldContain("16 MiB");
    }

    [Fact]
    public void Sample_IsValid()
    {
        PriceTable sample = PriceTable.Load(Path.Combine(SampleFolder(), "prices.sample.json"));

        sample.Models.ShouldAllBe(model => model.StartsWith("example-", StringComparison.Ordinal));
        sample.Find("example-large", Time("2026-12-01T00:00:00Z"), PriceTier.Batch).ShouldNotBeNull();
    }

    private static string SampleFolder()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LlmAspects.sln")))
        {
            folder = folder.Parent.ShouldNotBeNull();
        }

        return Path.Combine(folder.FullName, "docs");
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
