using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Tracing;

namespace LlmAspects.IntegrationTests.Capture;

public sealed class RedactionTests
{
    private static readonly string[] Marked = ["member", "behind", "positional", "field", "type", "own", "result", "age", "password"];

    private readonly ClassifiedCalls _calls = new();
    private readonly ClassifiedCalls.Customer _customer = new("ada@example.org", "0123", new ClassifiedCalls.CardNumber("4111"), "London");

    [Fact]
    public void WithoutRedactor_MarkedValuesAreErased()
    {
        var span = RecordedSpan.Of(() => Look());

        Marked.ShouldAllBe(name => Equals(span.GetTagItem(name), string.Empty));
        span.GetTagItem("open").ShouldBe("London");
    }

    [Fact]
    public void WithoutRedactor_TheErrorRecordHoldsNoMarkedValueEither()
    {
        var errors = new OperationCounts("classified_calls", "look");

        Should.Throw<TimeoutException>(() => Look(static () => throw new TimeoutException()));

        var tags = errors.ErrorRecords.ShouldHaveSingleItem().Tags;
        tags.Keys.ShouldBe(Marked.Append("open").Except(["result"]), ignoreOrder: true);
        tags.Values.Distinct().ShouldBe([string.Empty, "London"], ignoreOrder: true);
    }

    [Fact]
    public void Redactor_DecidesWhatIsLeftAndIsToldTheClassification()
    {
        using var redactor = new RecordingRedactor(static value => $"<{value.Length}>");

        var span = RecordedSpan.Of(() => Look());

        redactor.Asked.ShouldBe(
        [
            ("ada@example.org", typeof(PrivateDataAttribute)), ("15", typeof(PrivateDataAttribute)), ("0123", null), ("street", typeof(PrivateDataAttribute)),
            ("4111", typeof(PrivateDataAttribute)), ("owner", typeof(PrivateDataAttribute)), ("36", typeof(PrivateDataAttribute)), ("hunter2", null),
            ("answer", typeof(PrivateDataAttribute)),
        ]);
        string.Join(' ', Marked.Select(span.GetTagItem)).ShouldBe("<15> <2> <4> <6> <4> <5> <6> <2> <7>");
        span.GetTagItem("open").ShouldBe("London");
    }

    [Fact]
    public void Redactor_AlsoDecidesForTheErrorRecord()
    {
        using var redactor = new RecordingRedactor(static value => "#" + value[..1]);
        var errors = new OperationCounts("classified_calls", "look");

        Should.Throw<TimeoutException>(() => Look(static () => throw new TimeoutException()));

        errors.ErrorRecords.ShouldHaveSingleItem().Tags["member"].ShouldBe("#a");
    }

    [Fact]
    public void NullValue_IsNotShownToTheRedactor()
    {
        using var redactor = new RecordingRedactor(static value => value);

        var span = RecordedSpan.Of(() => Look(password: null));

        redactor.Asked.Count.ShouldBe(Marked.Length - 1);
        span.TagObjects.ShouldNotContain(static tag => tag.Key == "null" || tag.Key == "password");
    }

    [Fact]
    public void ThrowingRedactor_CostsTheTagsAndNeverTheCall()
    {
        using var redactor = new RecordingRedactor(static _ => throw new InvalidOperationException());
        var faults = PerformanceTracer.InstrumentationFaults;

        var span = RecordedSpan.Of(() => Look().ShouldBe("answer"));

        span.TagObjects.Where(static tag => Marked.Contains(tag.Key)).ShouldBeEmpty();
        span.GetTagItem("open").ShouldBe("London");
        PerformanceTracer.InstrumentationFaults.ShouldBe(faults + Marked.Length);
    }

    [Fact]
    public void RedactorThatReturnsNull_ErasesTheValue()
    {
        using var redactor = new RecordingRedactor(static _ => null!);

        RecordedSpan.Of(() => Look()).GetTagItem("member").ShouldBe(string.Empty);
    }

    [Fact]
    public void RedactedText_IsCutToo()
    {
        using var redactor = new RecordingRedactor(static _ => new string('x', TagCapture.DefaultMaximumLength + 1));

        RecordedSpan.Of(() => Look()).GetTagItem("member").ShouldBe(new string('x', TagCapture.DefaultMaximumLength));
    }

    private string Look(Func<string>? body = null, string? password = "hunter2") => _calls.Look(_customer, 36, password, body ?? (static () => "answer"));
}
