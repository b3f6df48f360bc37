using LlmAspects.Errors;
using LlmAspects.Runtime;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Tests.Errors;

/// <summary>Errors that leave operations: what is kept of them, and when two are one occurrence.</summary>
public sealed class ErrorObservationTests
{
    [Fact]
    public void RecordMessages_KeepsThemCleanAndShort()
    {
        var errors = new ErrorAggregator { RecordMessages = true };

        errors.Observe(new FormatException("red \u001b[31m\nline " + new string('x', 500)), Origin("messages"));

        var message = errors.Recent().ShouldHaveSingleItem().Message.ShouldNotBeNull();
        message.ShouldStartWith("red [31mline xxx");
        message.Length.ShouldBe(256);
    }

    [Fact]
    public void CutMessage_NeverEndsInHalfACharacter()
    {
        var errors = new ErrorAggregator { RecordMessages = true };

        errors.Observe(new FormatException(new string('x', 255) + "😀"), Origin("surrogates"));

        errors.Recent().ShouldHaveSingleItem().Message.ShouldBe(new string('x', 255));
    }

    [Fact]
    public void Timestamp_ComesFromTheRuntimesClock()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero));
        RuntimeClock.TimeProvider = clock;
        try
        {
            var errors = new ErrorAggregator();
            errors.Observe(new FormatException(), Origin("clock"));

            errors.Recent().ShouldHaveSingleItem().Timestamp.ShouldBe(clock.GetUtcNow());
        }
        finally
        {
            RuntimeClock.TimeProvider = TimeProvider.System;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    public void KnownOccurrence_IsFoundWhereverItStandsInTheRing(int before)
    {
        var errors = new ErrorAggregator(capacity: 4);
        var error = new FormatException();
        AddOthers(before);

        errors.Observe(error, Origin("ring_inner"));
        AddOthers(2);
        errors.Observe(error, Origin("ring_outer"));

        errors.Recent()[2].Path.ShouldBe(["ring_inner.call", "ring_outer.call"]);
        errors.TotalCount.ShouldBe(before + 3);

        void AddOthers(int count)
        {
            for (var number = 0; number < count; number++)
            {
                errors.Add(new ErrorRecord { Timestamp = DateTimeOffset.UnixEpoch, Component = "component", Operation = "call", ExceptionType = "Other" });
            }
        }
    }

    [Fact]
    public void RecordRead_IsTheSameUntilThePathGrows()
    {
        var errors = new ErrorAggregator();
        var error = new FormatException();
        errors.Observe(error, Origin("read_inner"));

        var first = errors.Recent().ShouldHaveSingleItem();
        errors.Recent().ShouldHaveSingleItem().ShouldBeSameAs(first);
        errors.Observe(error, Origin("read_outer"));

        errors.Recent().ShouldHaveSingleItem().Path.ShouldBe(["read_inner.call", "read_outer.call"]);
    }

    [Fact]
    public void CurrentTrace_IsNamed()
    {
        using var activity = new System.Diagnostics.Activity("caller").Start();
        var errors = new ErrorAggregator();

        errors.Observe(new FormatException(), Origin("traced"));

        var record = errors.Recent().ShouldHaveSingleItem();
        record.TraceId.ShouldBe(activity.TraceId.ToHexString());
        record.SpanId.ShouldBe(activity.SpanId.ToHexString());
    }

    [Fact]
    public void SpanOfTheCall_IsNamedRatherThanTheCurrentOne()
    {
        using var span = new System.Diagnostics.Activity("call").Start();
        using var other = new System.Diagnostics.Activity("elsewhere").Start();
        var errors = new ErrorAggregator();

        errors.Observe(new FormatException(), Origin("span_of_call") with { Activity = span });

        errors.Recent().ShouldHaveSingleItem().SpanId.ShouldBe(span.SpanId.ToHexString());
    }

    [Fact]
    public void ThrowAtTheMomentTheCallBegan_IsAnotherOccurrence()
    {
        var errors = new ErrorAggregator();
        var error = new FormatException();

        errors.Observe(error, Origin("moment_inner") with { Observed = 7 });
        errors.Observe(error, Origin("moment_outer") with { Started = 7, Observed = 8 });
        errors.Observe(error, Origin("moment_outermost") with { Started = 7, Observed = 9 });

        errors.Recent().Select(static record => string.Join(" < ", record.Path)).ShouldBe(["moment_outer.call < moment_outermost.call", "moment_inner.call"]);
    }

    [Fact]
    public void RedactorThatThrows_CostsTheMessageAndIsCounted()
    {
        var errors = new ErrorAggregator { RecordMessages = true, MessageRedactor = static _ => throw new InvalidProgramException() };
        var faults = LlmAspects.Tracing.PerformanceTracer.InstrumentationFaults;

        errors.Observe(new FormatException("secret"), Origin("throwing_redactor"));

        errors.Recent().ShouldHaveSingleItem().Message.ShouldBeNull();
        LlmAspects.Tracing.PerformanceTracer.InstrumentationFaults.ShouldBe(faults + 1);
    }

    [Fact]
    public void VeryLongMessage_IsCutBeforeItIsLookedThrough()
    {
        var shown = 0;
        var errors = new ErrorAggregator
        {
            RecordMessages = true,
            MessageRedactor = message =>
            {
                shown = message.Length;
                return message;
            },
        };

        errors.Observe(new FormatException(new string('x', SecretScrubber.MaximumLength + 1)), Origin("very_long"));

        shown.ShouldBe(SecretScrubber.MaximumLength);
    }

    [Fact]
    public void Tags_AreThoseOfEveryLevelUpToAMaximum()
    {
        var errors = new ErrorAggregator();
        var error = new FormatException();

        errors.Observe(error, Origin("tags_inner") with { Tags = [new("same", "inner"), new("none", null)] });
        errors.Observe(error, Origin("tags_outer") with { Tags = [new("same", "outer"), .. Enumerable.Range(0, 100).Select(static number => new KeyValuePair<string, object?>($"t{number}", number))] });

        var tags = errors.Recent().ShouldHaveSingleItem().Tags;
        tags.Count.ShouldBe(64);
        (tags["same"], tags["t62"], tags.ContainsKey("none")).ShouldBe(("inner", "62", false));
    }

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(5, 5.0)]
    public void Duration_IsInMilliseconds(int milliseconds, double expected)
    {
        var errors = new ErrorAggregator();
        var operation = Operation.Create($"duration_{milliseconds}", "call", AspectKinds.ErrorContext | AspectKinds.TracePerformance).Identity;

        errors.Observe(new FormatException(), new ErrorOrigin(operation, "System.FormatException", null, milliseconds * System.Diagnostics.Stopwatch.Frequency / 1000, 0, 1));

        var record = errors.Recent().ShouldHaveSingleItem();
        record.DurationMilliseconds.ShouldBe(expected);
        record.DurationMissingReason.ShouldBeNull();
    }

    private static ErrorOrigin Origin(string component) =>
        new(Operation.Create(component, "call", AspectKinds.ErrorContext).Identity, "System.FormatException", null, Measurement.Untimed, 0, 1);
}
