using LlmAspects.Cli.Evaluation.Chunking;

namespace LlmAspects.Cli.Tests.Evaluation;

public class SegmentErrorsTests
{
    // Ten sentences, two segments of five: a window of 2 (2.5 rounded to the even number), 8 windows.
    private static readonly SegmentDocument Document = new(new string[10], [5]);

    [Theory]
    [InlineData(new[] { 5 }, 0, 0)]
    [InlineData(new int[0], 2, 2)]
    [InlineData(new[] { 6 }, 2, 2)]
    [InlineData(new[] { 5, 6 }, 1, 2)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, 6, 8)]
    public void Errors_AreCountedByWindow(int[] found, int pk, int windowDiff)
    {
        var errors = SegmentErrors.Of(Document, found);

        (errors.Pk * 8, errors.WindowDiff * 8).ShouldBe((pk, windowDiff));
    }

    [Fact]
    public void FewerSentencesThanAWindow_HaveNoError() => SegmentErrors.Of(new SegmentDocument(new string[2], []), []).ShouldBe(default);
}
