using System.Diagnostics;
using LlmAspects.Runtime;

namespace LlmAspects.Tests.Runtime;

public sealed class SpanScopeTests
{
    [Fact]
    public void Span_IsCurrentAsLongAsTheScopeIsOpen()
    {
        using Activity outer = new Activity("outer").Start();
        Activity span = new Activity("span").Start();
        Activity.Current = outer;
        using (new SpanScope(span))
        {
            Activity.Current.ShouldBeSameAs(span);
        }

        Activity.Current.ShouldBeSameAs(outer);
        span.Dispose();
    }

    [Fact]
    public void WithoutASpan_NothingChanges()
    {
        using Activity outer = new Activity("outer").Start();
        Activity inner;
        using (new SpanScope(null))
        {
            Activity.Current.ShouldBeSameAs(outer);
            inner = new Activity("inner").Start();
        }

        Activity.Current.ShouldBeSameAs(inner);
        inner.Dispose();
    }
}
