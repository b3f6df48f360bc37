using LlmAspects.Reports.Html;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Reports.Html;

public sealed class HtmlFormatTests
{
    [Theory]
    [InlineData(null, "n/a")]
    [InlineData(0.0, "0 ms")]
    [InlineData(0.012345, "12.35 µs")]
    [InlineData(0.9999, "999.9 µs")]
    [InlineData(1.0, "1 ms")]
    [InlineData(99.94, "99.9 ms")]
    [InlineData(100.0, "100 ms")]
    [InlineData(999.4, "999 ms")]
    [InlineData(1000.0, "1 s")]
    [InlineData(9_876.0, "9.88 s")]
    [InlineData(10_000.0, "10 s")]
    [InlineData(12_345.0, "12.3 s")]
    public void Duration_HasTheUnitThatReadsBest(double? milliseconds, string expected) => HtmlFormat.Duration(milliseconds).ShouldBe(expected);

    [Theory]
    [InlineData(OperationOutcome.Succeeded, "ok")]
    [InlineData(OperationOutcome.Failed, "failed")]
    [InlineData(OperationOutcome.Cancelled, "cancelled")]
    [InlineData(OperationOutcome.DisposedEarly, "disposed early")]
    [InlineData(OperationOutcome.Expected, "expected exception")]
    [InlineData(OperationOutcome.Abandoned, "abandoned")]
    public void Outcome_IsInWords(OperationOutcome outcome, string expected) => HtmlFormat.Outcome(outcome).ShouldBe(expected);

    [Fact]
    public void NumbersAndTimes_AreTheSameInEveryCulture()
    {
        HtmlFormat.Percent(0.12345).ShouldBe("12.35 %");
        HtmlFormat.Percent(null).ShouldBe("n/a");
        HtmlFormat.Count(1_234_567).ShouldBe("1,234,567");
        HtmlFormat.Cost(0.0000015m).ShouldBe("$0.000002");
        HtmlFormat.Cost(null).ShouldBe("n/a");
        HtmlFormat.Time(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.FromHours(2))).ShouldBe("2030-01-02 01:04:05Z");
    }
}
