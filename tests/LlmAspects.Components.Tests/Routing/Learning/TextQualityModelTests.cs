using LlmAspects.Components.Routing.Learning;

namespace LlmAspects.Components.Tests.Routing.Learning;

public sealed class TextQualityModelTests
{
    private static readonly RoutingExample[] CodeAndHistory =
    [
        .. Enumerable.Range(0, 40).Select(static number => Example($"Write a function that sorts {number} items in a list and returns it.", coder: 1, writer: 0)),
        .. Enumerable.Range(0, 40).Select(static number => Example($"Who was king of the country in the year {1500 + number}, and why?", coder: 0, writer: 1)),
    ];

    [Fact]
    public void Defaults_ArePinned()
    {
        var options = new TextQualityOptions();

        (options.Neighbours, options.PriorWeight, options.Ridge, options.MinimumOccurrences).ShouldBe((40, null, 200, 2));
        TextQualityModel.Train(CodeAndHistory).PriorWeight.ShouldBe(1);
        TextQualityModel.Train([.. CodeAndHistory.Select(static example => example with { Group = "g" })]).PriorWeight.ShouldBe(256);
        TextQualityModel.Train(CodeAndHistory, options with { PriorWeight = 7 }).PriorWeight.ShouldBe(7);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    public void KindOfQuestion_DecidesWhoIsBetter(double priorWeight)
    {
        var model = TextQualityModel.Train(CodeAndHistory, new TextQualityOptions { PriorWeight = priorWeight });

        model.ModelIds.ShouldBe(["coder", "writer"]);
        model.MeanQuality.ShouldBe([0.5, 0.5]);
        GainOfCoder(model, "Write a function that sorts a list of names.").ShouldBeGreaterThan(0.03);
        GainOfCoder(model, "Who was queen of the country, and why?").ShouldBeLessThan(-0.03);
    }

    [Fact]
    public void TextThatIsLikeNothing_HasNearlyTheMean()
    {
        var model = TextQualityModel.Train(CodeAndHistory);

        Math.Abs(GainOfCoder(model, "zzz")).ShouldBeLessThan(Math.Abs(GainOfCoder(model, "Write a function that sorts 3 items in a list and returns it.")));
    }

    [Fact]
    public void SameExamples_GiveTheSameEstimates()
    {
        const string Question = "Write a list of kings.";

        GainOfCoder(TextQualityModel.Train(CodeAndHistory), Question).ShouldBe(GainOfCoder(TextQualityModel.Train(CodeAndHistory), Question));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void EmptyText_HasAnEstimate(string text) => double.IsFinite(GainOfCoder(TextQualityModel.Train(CodeAndHistory), text)).ShouldBeTrue();

    [Fact]
    public void SingleExample_IsEnough() => GainOfCoder(TextQualityModel.Train([CodeAndHistory[0]]), "anything").ShouldBe(1, tolerance: 1e-6);

    [Fact]
    public void BadExamples_AreRefusedWithTheirNumber()
    {
        Should.Throw<ArgumentException>(() => TextQualityModel.Train([])).Message.ShouldContain("at least one");
        Should.Throw<ArgumentException>(() => TextQualityModel.Train([CodeAndHistory[0], new RoutingExample("x", new Dictionary<string, double> { ["coder"] = 1 })])).Message.ShouldContain("Example 1");
        Should.Throw<ArgumentException>(() => TextQualityModel.Train([Example("x", coder: 1.5, writer: 0)])).Message.ShouldContain("0 to 1");
    }

    public static TheoryData<TextQualityOptions, string> OptionsOutOfRange => new()
    {
        { new() { Neighbours = 0 }, "Neighbours" },
        { new() { Neighbours = 1001 }, "Neighbours" },
        { new() { PriorWeight = 0 }, "PriorWeight" },
        { new() { PriorWeight = double.PositiveInfinity }, "PriorWeight" },
        { new() { Ridge = 0 }, "Ridge" },
        { new() { Ridge = double.NaN }, "Ridge" },
        { new() { MinimumOccurrences = 0 }, "MinimumOccurrences" },
    };

    [Theory]
    [MemberData(nameof(OptionsOutOfRange))]
    public void OptionOutOfRange_IsRefusedByItsName(TextQualityOptions options, string name) =>
        Should.Throw<ArgumentOutOfRangeException>(() => TextQualityModel.Train(CodeAndHistory, options)).ParamName.ShouldBe(name);

    [Fact]
    public void TooFewPlaces_AreRefused() => Should.Throw<ArgumentException>(() => TextQualityModel.Train(CodeAndHistory).Predict("x", new double[1]));

    [Fact]
    public void Cancellation_EndsTheTraining() =>
        Should.Throw<OperationCanceledException>(() => TextQualityModel.Train(CodeAndHistory, cancellationToken: new CancellationToken(canceled: true)));

    private static RoutingExample Example(string text, double coder, double writer) => new(text, new Dictionary<string, double> { ["writer"] = writer, ["coder"] = coder });

    private static double GainOfCoder(TextQualityModel model, string text)
    {
        double[] quality = new double[2];
        model.Predict(text, quality);
        return quality[0] - quality[1];
    }
}
