using System.Diagnostics;
using System.Globalization;
using System.Text;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Tracing;

namespace LlmAspects.IntegrationTests.Capture;

public sealed class TagValueTests
{
    private static readonly string Long = new('x', TagCapture.DefaultMaximumLength + 1);
    private static readonly string Cut = new('x', TagCapture.DefaultMaximumLength);

    [Fact]
    public void Texts_AreCutWhereverTheyComeFrom()
    {
        var span = RecordedSpan.Of(static () => Repeat(static () => Long).ShouldBe(Long));

        Values(span, "text", "characters", "wrapped", "result").ShouldAllBe(static text => Equals(text, Cut));
    }

    [Fact]
    public void Texts_AreCutInTheErrorRecord()
    {
        var errors = new OperationCounts("text_calls", "repeat");

        Should.Throw<TimeoutException>(() => Repeat(static () => throw new TimeoutException()));

        errors.ErrorRecords.ShouldHaveSingleItem().Tags.ShouldBe([new("text", Cut), new("characters", Cut), new("wrapped", Cut)], ignoreOrder: true);
    }

    [Fact]
    public void MaximumLength_MayBeChanged()
    {
        TagCapture.MaximumLength = 3;
        try
        {
            RecordedSpan.Of(static () => TextCalls.Show("four")).GetTagItem("value").ShouldBe("fou");
        }
        finally
        {
            TagCapture.MaximumLength = TagCapture.DefaultMaximumLength;
        }
    }

    [Fact]
    public void ValuesOnTheWay_AreSteppedOver()
    {
        var item = new TextCalls.Node(3, new TextCalls.Node(4, new TextCalls.Node(5, null)));

        var span = RecordedSpan.Of(() => TextCalls.Step(new DateTime(2026, 1, 2), item, new TextCalls.Part(6)));

        Values(span, "year", "length", "inner", "part", "result").ShouldBe([2026, 3, 5, 6, 3]);
    }

    [Fact]
    public void NullsOnTheWay_EndThePathWithoutAFault()
    {
        var faults = PerformanceTracer.InstrumentationFaults;

        var spans = RecordedSpan.AllOf(static () =>
        {
            TextCalls.Step<TextCalls.Node>(null, null, null);
            TextCalls.Step(null, new TextCalls.Node(3, null), null);
        });

        spans[0].TagObjects.ShouldAllBe(static tag => tag.Key.StartsWith("llmaspects", StringComparison.Ordinal));
        spans[1].TagObjects.Where(static tag => !tag.Key.StartsWith("llmaspects", StringComparison.Ordinal)).ShouldBe([new("length", 3), new("result", 3)]);
        PerformanceTracer.InstrumentationFaults.ShouldBe(faults);
    }

    [Fact]
    public void RefStruct_IsFormattedAtEntryWhenASpanIsRecorded()
    {
        var errors = new OperationCounts("text_calls", "overwrite");

        var span = RecordedSpan.Of(static () => Should.Throw<TimeoutException>(static () => TextCalls.Overwrite("abc".ToCharArray(), static () => throw new TimeoutException())));

        span.GetTagItem("characters").ShouldBe("abc");
        errors.ErrorRecords.ShouldHaveSingleItem().Tags["characters"].ShouldBe("abc");
    }

    [Fact]
    public void RefStruct_IsFormattedForTheErrorRecordWithoutASpan()
    {
        var errors = new OperationCounts("text_calls", "overwrite");

        Should.Throw<TimeoutException>(static () => TextCalls.Overwrite("abc".ToCharArray(), static () => throw new TimeoutException()));

        errors.ErrorRecords.ShouldHaveSingleItem().Tags["characters"].ShouldBe("xxx");
    }

    [Fact]
    public void NumbersAndBooleans_KeepTheirType()
    {
        Shown((byte)1).ShouldBe((byte)1);
        Shown(1L).ShouldBe(1L);
        Shown(1.5f).ShouldBe(1.5f);
        Shown(true).ShouldBe(true);
        Shown<int?>(7).ShouldBe(7);
    }

    [Fact]
    public void AllElse_BecomesInvariantText()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = WithCommas();
        try
        {
            Shown(1.5m).ShouldBe("1.5");
            Shown(ulong.MaxValue).ShouldBe("18446744073709551615");
            Shown(DayOfWeek.Monday).ShouldBe("Monday");
            Shown(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)).ShouldBe("01/02/2026 03:04:05");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static CultureInfo WithCommas()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.DateTimeFormat.ShortDatePattern = "d.M.yyyy";
        return culture;
    }

    private static IEnumerable<object?> Values(Activity span, params IEnumerable<string> names) => names.Select(span.GetTagItem);

    private static object? Shown<T>(T value) => RecordedSpan.Of(() => TextCalls.Show(value)).GetTagItem("value");

    private static string Repeat(Func<string> body) => TextCalls.Repeat(Long, Long, new TextCalls.Lines(new StringBuilder(Long)), body);
}
