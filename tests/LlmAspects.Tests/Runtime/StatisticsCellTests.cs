using System.Reflection;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class StatisticsCellTests
{
    [Theory]
    [InlineData(OperationOutcome.Succeeded, nameof(StatisticsTotals.Timed))]
    [InlineData(OperationOutcome.Failed, nameof(StatisticsTotals.Errors))]
    [InlineData(OperationOutcome.Cancelled, nameof(StatisticsTotals.Cancelled))]
    [InlineData(OperationOutcome.DisposedEarly, nameof(StatisticsTotals.DisposedEarly))]
    [InlineData(OperationOutcome.Expected, nameof(StatisticsTotals.Expected))]
    [InlineData(OperationOutcome.Abandoned, nameof(StatisticsTotals.Abandoned))]
    public void Outcome_IsCountedOnceAndNowhereElse(OperationOutcome outcome, string counter)
    {
        var cell = new StatisticsCell();
        cell.Add(new Measurement(0, 7, 1, outcome));

        string[] counters = ["Timed", "Untimed", "Errors", "UnmeasuredErrors", "Cancelled", "DisposedEarly", "Expected", "Abandoned", "Streams", "Items"];
        Numbers(Of(cell)).Where(number => counters.Contains(number.Key) && number.Value != 0)
            .ShouldBe(((string[])["Timed", counter]).Distinct().Select(name => KeyValuePair.Create(name, 1L)), ignoreOrder: true);
    }

    [Fact]
    public void CallThatIsNotMeasured_CountsItsFailureOnly()
    {
        var cell = new StatisticsCell();
        cell.Add(new Measurement(0, 7, 1, OperationOutcome.Failed) { IsMeasured = false });
        cell.Add(new Measurement(0, 7, 1, OperationOutcome.Succeeded) { IsMeasured = false });

        Numbers(Of(cell)).Where(number => number.Value != 0 && number.Key is not ("Min" or "Max" or "LongestItem"))
            .ShouldBe([KeyValuePair.Create("UnmeasuredErrors", 1L)]);
        cell.Calls.ShouldBe(0);
    }

    [Fact]
    public void CallOfUnknownLength_IsCountedUnlessItWasWhenItBegan()
    {
        var cell = new StatisticsCell();
        cell.Add(new Measurement(0, Measurement.Untimed, 1, OperationOutcome.Succeeded));
        cell.Add(new Measurement(0, Measurement.Untimed, 1, OperationOutcome.Failed) { IsCounted = true });

        (cell.Untimed, cell.Errors, cell.Calls, cell.Total, cell.Max, cell.Min).ShouldBe((1, 1, 1, 0, 0, long.MaxValue));
    }

    [Fact]
    public void Stream_CountsItsItemsAndTheTimesBetweenThem()
    {
        var cell = new StatisticsCell();
        cell.Add(Stream(100, items: 5, first: 30, longest: 40));
        cell.Add(Stream(50, items: 2, first: 10, longest: 20));

        (cell.Streams, cell.Items, cell.FirstItems, cell.FirstItemTotal, cell.BetweenItems, cell.BetweenTotal, cell.LongestItem).ShouldBe((2, 7, 2, 40, 7, 110, 40));
    }

    [Fact]
    public void StreamWithoutItems_IsAStreamAndNoMore()
    {
        var cell = new StatisticsCell();
        cell.Add(Stream(100, items: 0, first: 0, longest: Measurement.Untimed));

        (cell.Streams, cell.Items, cell.FirstItems, cell.BetweenItems, cell.BetweenTotal, cell.LongestItem).ShouldBe((1, 0, 0, 0, 0, Measurement.Untimed));
    }

    [Fact]
    public void StreamWhoseEndIsNotKnown_SaysNothingOfTheTimesBetweenItsItems()
    {
        var cell = new StatisticsCell();
        cell.Add(Stream(Measurement.Untimed, items: 3, first: 30, longest: 40));

        (cell.Items, cell.FirstItems, cell.FirstItemTotal, cell.LongestItem, cell.BetweenItems, cell.BetweenTotal).ShouldBe((3, 1, 30, 40, 0, 0));
    }

    [Fact]
    public void Calls_AreThoseOfAllBucketsWithTheirWraps()
    {
        var cell = new StatisticsCell { Untimed = 5 };
        cell.Add(3, ended: 1);
        cell.Add(1_000_000, ended: 1);
        cell.Buckets[LatencyBuckets.IndexOf(3)] = uint.MaxValue;
        cell.Add(3, ended: 1);

        cell.Calls.ShouldBe(5 + 1 + (1L << 32));
    }

    [Fact]
    public void LongCall_MakesRoomForItsBucketAndKeepsTheOthers()
    {
        var cell = new StatisticsCell();
        cell.Add(3, ended: 1);
        int small = cell.EstimatedBytes;
        foreach (long duration in (long[])[1L << 20, 1L << 40, long.MaxValue])
        {
            cell.Add(duration, ended: 1);
        }

        cell.Buckets.Length.ShouldBe(LatencyBuckets.Count);
        (cell.EstimatedBytes - small).ShouldBe(4 * (LatencyBuckets.Count - 64));
        cell.Buckets.Sum(bucket => bucket).ShouldBe(4);
        foreach (long duration in (long[])[3, 1L << 20, 1L << 40, long.MaxValue])
        {
            cell.Buckets[LatencyBuckets.IndexOf(duration)].ShouldBe(1u);
        }
    }

    [Fact]
    public void BucketThatWraps_CostsItsSecondArrayOnce()
    {
        var cell = new StatisticsCell();
        int before = cell.EstimatedBytes;
        for (int wrap = 0; wrap < 2; wrap++)
        {
            cell.Buckets[3] = uint.MaxValue;
            cell.Add(3, ended: 1);
        }

        (cell.EstimatedBytes - before).ShouldBe(4 * LatencyBuckets.Count);
        cell.Calls.ShouldBe(2L << 32);
    }

    [Fact]
    public void EveryNumber_IsAddedAndSubtracted()
    {
        StatisticsCell first = Filled(1);
        StatisticsCell second = Filled(1_000);
        StatisticsTotals both = Of(first, second);
        Dictionary<string, long> expected = Numbers(Of(second));

        foreach ((string name, long value) in Numbers(both).Where(number => number.Key is not ("Min" or "Max" or "LongestItem")))
        {
            value.ShouldBe(expected[name] + Numbers(Of(first))[name], name);
        }

        both.Subtract(Of(first));

        Numbers(both).Where(number => number.Key is not ("Min" or "Max")).ShouldBe(expected.Where(number => number.Key is not ("Min" or "Max")), ignoreOrder: true);
        both.Buckets.ShouldBe(Of(second).Buckets);
        expected.Values.Distinct().Count().ShouldBe(expected.Count);
    }

    [Fact]
    public void Extremes_AreThoseOfAllCells()
    {
        var (fast, slow, idle) = (new StatisticsCell(), new StatisticsCell(), new StatisticsCell());
        fast.Add(3, ended: 1);
        slow.Add(900, ended: 1);

        StatisticsTotals all = Of(slow, idle, fast);

        (all.Min, all.Max).ShouldBe((3, 900));
        (Of(idle).Min, Of(idle).Max).ShouldBe((long.MaxValue, -1));
    }

    [Fact]
    public void Quantile_IsTheNearestRankWithinTheExtremes()
    {
        var cell = new StatisticsCell();
        foreach (long duration in (long[])[1, 2, 3, 4, 1_000])
        {
            cell.Add(duration, ended: 1);
        }

        StatisticsTotals totals = Of(cell);

        (totals.Quantile(0), totals.Quantile(0.2), totals.Quantile(0.21), totals.Quantile(0.5), totals.Quantile(0.8)).ShouldBe((1, 1, 2, 3, 4));
        totals.Quantile(1).ShouldBeInRange(900, 1_000);
    }

    private static Measurement Stream(long duration, long items, long first, long longest) =>
        new(0, duration, 1, OperationOutcome.Succeeded) { IsStream = true, Items = items, TimeToFirstItem = first, LongestItem = longest };

    // Every field another number, so that none can stand for another.
    private static StatisticsCell Filled(int scale)
    {
        var cell = new StatisticsCell();
        for (int call = 0; call < scale; call++)
        {
            cell.Add(2, ended: 1);
        }

        cell.Untimed = 3 * scale;
        cell.Errors = 5 * scale;
        cell.UnmeasuredErrors = 7 * scale;
        cell.Cancelled = 11 * scale;
        cell.DisposedEarly = 13 * scale;
        cell.Expected = 17 * scale;
        cell.Abandoned = 19 * scale;
        cell.Streams = 23 * scale;
        cell.Items = 29 * scale;
        cell.BetweenItems = 31 * scale;
        cell.BetweenTotal = 37 * scale;
        cell.LongestItem = 41 * scale;
        cell.FirstItems = 43 * scale;
        cell.FirstItemTotal = 47 * scale;
        cell.Min = 53 * scale;
        cell.Max = 59 * scale;
        return cell;
    }

    private static StatisticsTotals Of(params ReadOnlySpan<StatisticsCell> cells)
    {
        var totals = new StatisticsTotals();
        foreach (StatisticsCell cell in cells)
        {
            totals.Add(cell);
        }

        return totals;
    }

    private static Dictionary<string, long> Numbers(StatisticsTotals totals) => typeof(StatisticsTotals)
        .GetProperties(BindingFlags.Instance | BindingFlags.NonPublic)
        .Where(property => property.PropertyType == typeof(long))
        .ToDictionary(property => property.Name, property => (long)property.GetValue(totals)!);
}
