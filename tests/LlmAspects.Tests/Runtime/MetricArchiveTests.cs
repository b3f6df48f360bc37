using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class MetricArchiveTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(MetricChunk.Capacity, 1)]
    [InlineData(MetricChunk.Capacity + 1, 2)]
    [InlineData(10_000, 40)]
    public void Calls_FitIntoTheFewestChunks(int calls, int chunks)
    {
        var archive = new MetricArchive(calls);

        archive.Snapshot().Length.ShouldBe(chunks);
        archive.EstimatedBytes.ShouldBe(chunks * MetricChunk.EstimatedBytes);
        MetricChunk.EstimatedBytes.ShouldBeInRange(MetricChunk.Capacity * 21, MetricChunk.Capacity * 32);
    }

    [Fact]
    public void FullChunk_IsExchangedForTheOldestOneEmptied()
    {
        var archive = new MetricArchive(2 * MetricChunk.Capacity);
        MetricChunk[] filled = [.. Enumerable.Range(1, 4).Select(Filled)];

        MetricChunk[] given = [.. filled.Select(archive.Exchange)];

        given[2].ShouldBeSameAs(filled[0]);
        given[3].ShouldBeSameAs(filled[1]);
        archive.Snapshot().ShouldBe([filled[2], filled[3]], ignoreOrder: true);
        Copy(given[2]).ShouldBeEmpty();
        Copy(filled[3]).ShouldHaveSingleItem().OperationId.ShouldBe(4);
    }

    [Fact]
    public void Owner_KeepsWhatItNotesWhenItsChunkIsFull()
    {
        var archive = new MetricArchive(MetricChunk.Capacity);
        var owner = new StatisticsOwner(archive);
        for (int call = 0; call <= MetricChunk.Capacity; call++)
        {
            owner.Note(call, 1, 1, OperationOutcome.Succeeded);
        }

        Copy(archive.Snapshot()[0]).Select(call => call.OperationId).ShouldBe(Enumerable.Range(0, MetricChunk.Capacity));
        Copy(owner.Recent).ShouldHaveSingleItem().OperationId.ShouldBe(MetricChunk.Capacity);
    }

    [Fact]
    public void Owner_MakesRoomForOperationsAndKeepsTheirCells()
    {
        var owner = new StatisticsOwner(new MetricArchive(1));
        foreach (int operation in (int[])[0, 15, 16, 17, 100, 0, 16])
        {
            owner.Record(new Measurement(operation, 5, 1, OperationOutcome.Succeeded));
        }

        owner.Cells.Length.ShouldBe(101);
        owner.Cells.Select((cell, id) => (id, Calls: cell?.Calls)).Where(cell => cell.Calls is not null).ShouldBe([(0, 2), (15, 1), (16, 2), (17, 1), (100, 1)]);
        Copy(owner.Recent).Count.ShouldBe(7);
    }

    [Fact]
    public void CallThatIsNotMeasured_IsNotAmongTheRecentOnes()
    {
        var owner = new StatisticsOwner(new MetricArchive(1));
        owner.Record(new Measurement(0, 5, 1, OperationOutcome.Failed) { IsMeasured = false });

        Copy(owner.Recent).ShouldBeEmpty();
        owner.Cells[0]!.UnmeasuredErrors.ShouldBe(1);
    }

    private static MetricChunk Filled(int operation)
    {
        var chunk = new MetricChunk();
        chunk.TryAdd(operation, 1, ended: 1, OperationOutcome.Succeeded);
        return chunk;
    }

    private static List<Measurement> Copy(MetricChunk chunk)
    {
        var copy = new List<Measurement>();
        chunk.CopyTo(copy, after: 0);
        return copy;
    }
}
