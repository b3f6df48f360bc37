using LlmAspects.Runtime;

namespace LlmAspects.Tests.Runtime;

public sealed class CallWindowTests
{
    private static readonly long Span = CallWindow.SpanTicks;

    [Fact]
    public void NoCallSince_IsNull()
    {
        var window = new CallWindow();
        window.Before(0).ShouldBeNull();

        window.Turn(3 * Span, calls: 0, errors: 0);

        window.Before(4 * Span).ShouldBeNull();
    }

    [Fact]
    public void Turn_ReturnsTheEndOfTheSpan() => new CallWindow().Turn((3 * Span) + 1, 0, 0).ShouldBe(4 * Span);

    [Fact]
    public void Before_IsWhatStoodWhenTheFirstSpanInsideBegan()
    {
        var window = new CallWindow();
        window.Turn(1 * Span, calls: 0, errors: 0);
        window.Turn(2 * Span, calls: 10, errors: 1);
        window.Turn(5 * Span, calls: 30, errors: 2);

        window.Before((1 * Span) + (Span / 2)).ShouldBe((0L, 0L));
        window.Before(2 * Span).ShouldBe((10L, 1L));
        window.Before(3 * Span).ShouldBe((30L, 2L), "nothing was called in between");
        window.Before(5 * Span).ShouldBe((30L, 2L));
    }

    [Fact]
    public void LongestWindow_IsCoveredWhenEverySpanHadACall()
    {
        var window = new CallWindow();
        for (var span = 0; span < 100; span++)
        {
            window.Turn(span * Span, calls: span, errors: 0);
        }

        var now = (100 * Span) - 1;
        window.Before(now - (long)(CallWindow.Longest.TotalSeconds / 10 * Span)).ShouldBe((69L, 0L));
    }
}
