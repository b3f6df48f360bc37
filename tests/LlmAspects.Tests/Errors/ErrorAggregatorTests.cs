using LlmAspects.Errors;
using LlmAspects.Runtime;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Tests.Errors;

public sealed class ErrorAggregatorTests
{
    [Fact]
    public void Defaults_ArePinned()
    {
        ErrorAggregator.DefaultCapacity.ShouldBe(1024);
        new ErrorAggregator().Capacity.ShouldBe(1024);
        ErrorAggregator.Shared.RecordMessages.ShouldBeFalse();
    }

    [Fact]
    public void Recent_IsNewestFirstAndBounded()
    {
        var errors = new ErrorAggregator(capacity: 4);

        for (var number = 0; number < 10; number++)
        {
            errors.Add(Error($"T{number}"));
        }

        errors.TotalCount.ShouldBe(10);
        errors.Recent().Select(error => error.ExceptionType).ShouldBe(["T9", "T8", "T7", "T6"]);
        errors.Recent(2).Select(error => error.ExceptionType).ShouldBe(["T9", "T8"]);
        errors.Recent(0).ShouldBeEmpty();
    }

    [Fact]
    public void Counts_AreByTypeAndComponent()
    {
        var errors = new ErrorAggregator();
        errors.Add(Error("A", "router"));
        errors.Add(Error("A", "cache"));
        errors.Add(Error("B", "cache"));

        errors.CountByExceptionType().ShouldBe(new Dictionary<string, long> { ["A"] = 2, ["B"] = 1 }, ignoreOrder: true);
        errors.CountByComponent().ShouldBe(new Dictionary<string, long> { ["router"] = 1, ["cache"] = 2 }, ignoreOrder: true);
    }

    [Fact]
    public void Clear_ForgetsAndCountsAnew()
    {
        var errors = new ErrorAggregator();
        errors.Add(Error("A"));

        errors.Clear();
        errors.Recent().ShouldBeEmpty();
        errors.TotalCount.ShouldBe(0);
        errors.Add(Error("B"));

        errors.Recent().ShouldHaveSingleItem().ExceptionType.ShouldBe("B");
        errors.TotalCount.ShouldBe(1);
    }

    [Fact]
    public void ConcurrentAdds_AreAllCountedAndKept()
    {
        var errors = new ErrorAggregator(capacity: 8192);

        Parallel.For(0, 8000, number => errors.Add(Error($"T{number}")));

        errors.TotalCount.ShouldBe(8000);
        errors.Recent().Select(error => error.ExceptionType).Distinct().Count().ShouldBe(8000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((1 << 20) + 1)]
    public void CapacityOutOfRange_IsRefused(int capacity) => Should.Throw<ArgumentOutOfRangeException>(() => new ErrorAggregator(capacity));

    [Fact]
    public void NegativeMaximum_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => new ErrorAggregator().Recent(-1));

    [Fact]
    public void NullRecord_IsRefused() => Should.Throw<ArgumentNullException>(() => new ErrorAggregator().Add(null!));

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
                errors.Add(Error("Other"));
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
    public void ClearDuringAdds_LosesNothingAddedAfterIt()
    {
        for (var round = 0; round < 2000; round++)
        {
            var aggregator = new ErrorAggregator(capacity: 4096);
            using var start = new Barrier(2);
            var writer = new Thread(() =>
            {
                start.SignalAndWait();
                for (var error = 0; error < 50; error++)
                {
                    aggregator.Add(Error("E"));
                }
            });
            writer.Start();
            start.SignalAndWait();
            aggregator.Clear();
            writer.Join();

            aggregator.Recent().Count.ShouldBe((int)aggregator.TotalCount);
        }
    }

    private static ErrorOrigin Origin(string component) =>
        new(Operation.Create(component, "call", AspectKinds.ErrorContext).Identity, "System.FormatException", null, Measurement.Untimed, 0, 1);

    private static ErrorRecord Error(string type, string component = "component") =>
        new() { Timestamp = DateTimeOffset.UnixEpoch, Component = component, Operation = "call", ExceptionType = type };
}
