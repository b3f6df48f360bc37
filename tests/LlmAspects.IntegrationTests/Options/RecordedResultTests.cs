using System.Diagnostics;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Tracing;

namespace LlmAspects.IntegrationTests.Options;

public class RecordedResultTests
{
    [Fact]
    public async Task SynchronousResults_AreTagsOfTheSpan() => (await ResultsOfAsync(static () =>
    {
        RecordedResults.Count("four");
        RecordedResults.Find() = 7;
        RecordedResults.Slice("text");
        RecordedResults.Label = RecordedResults.Label;
        return Task.CompletedTask;
    })).ShouldBe([4, 7, "ext", "label", null]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ResultsOfTasks_AreTagsOfTheSpan(bool isPending) => (await ResultsOfAsync(async () =>
    {
        await RecordedResults.AskAsync("answer", isPending);
        await RecordedResults.AskAsync(null, isPending);
        await RecordedResults.PriceAsync(isPending);
    })).ShouldBe(["answer", null, "1.5"]);

    [Fact]
    public async Task LastItemOfAStream_IsATagOfTheSpan() => (await ResultsOfAsync(static async () =>
    {
        await foreach (var _ in RecordedResults.StreamAsync())
        {
        }
    })).ShouldBe(["last one"]);

    [Fact]
    public async Task LongResult_IsCut() =>
        (await ResultsOfAsync(static () => RecordedResults.AskAsync(new string('a', 1000), false))).ShouldBe([new string('a', TagCapture.MaximumLength)]);

    [Fact]
    public async Task MarkedResult_IsErased() => (await ResultsOfAsync(static () => Task.FromResult(RecordedResults.ReadPassword()))).ShouldBe([string.Empty]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Failure_HasItsErrorInstead(bool isPending)
    {
        var spans = await ExportedSpans.OfAsync(() => Should.ThrowAsync<FormatException>(() => RecordedResults.AskAsync(string.Empty, isPending)));

        var span = spans.ShouldHaveSingleItem();
        (span.GetTagItem(TelemetryNames.Result), span.GetTagItem(TelemetryNames.ErrorType)).ShouldBe((null, "System.FormatException"));
    }

    [Fact]
    public async Task Result_IsReadOnlyForASpan()
    {
        var before = RecordedResults.Read;
        RecordedResults.Make();
        RecordedResults.Read.ShouldBe(before);

        (await ResultsOfAsync(static () => Task.FromResult(RecordedResults.Make()))).ShouldBe([$"read {before + 1}"]);
    }

    private static async Task<IEnumerable<object?>> ResultsOfAsync(Func<Task> calls) =>
        (await ExportedSpans.OfAsync(calls)).Select(static span => span.GetTagItem(TelemetryNames.Result));
}
