using LlmAspects.Errors;

namespace LlmAspects.Tests.Errors;

public sealed class ErrorScopeTests
{
    [Fact]
    public void ErrorInside_NamesUserAndRequest()
    {
        var service = new EmittedService("scoped");
        using (ErrorScope.Begin("user-1", "request-2"))
        {
            Should.Throw<FormatException>(() => service.Call<int>(() => throw new FormatException()));
        }

        Should.Throw<FormatException>(() => service.Call<int>(() => throw new FormatException()));

        Recorded.Errors("scoped").Select(error => (error.UserId, error.RequestId)).ShouldBe([(null, null), ("user-1", "request-2")]);
    }

    [Fact]
    public void InnerScope_InheritsWhatItDoesNotSay()
    {
        using var outer = ErrorScope.Begin("user", "outer");
        using (var inner = ErrorScope.Begin(requestId: "inner"))
        {
            ErrorScope.Current.ShouldBeSameAs(inner);
            (inner.UserId, inner.RequestId).ShouldBe(("user", "inner"));
        }

        ErrorScope.Current.ShouldBeSameAs(outer);
    }

    [Fact]
    public async Task Scope_FlowsOverAwaitAndIntoTasks()
    {
        using var scope = ErrorScope.Begin(requestId: "flowing");
        await Task.Yield();
        ErrorScope.Current.ShouldBeSameAs(scope);

        (await Task.Run(() => ErrorScope.Current?.RequestId)).ShouldBe("flowing");
    }

    [Fact]
    public async Task ScopesOfTwoFlows_DoNotMix()
    {
        var requests = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            using var scope = ErrorScope.Begin(requestId: $"{number}");
            await Task.Yield();
            return ErrorScope.Current?.RequestId;
        }));

        requests.ShouldBe(Enumerable.Range(0, 8).Select(number => $"{number}"));
        ErrorScope.Current.ShouldBeNull();
    }

    [Fact]
    public void ClosedOutOfOrder_TheOpenOneIsCurrent()
    {
        var outer = ErrorScope.Begin(requestId: "outer");
        using var inner = ErrorScope.Begin(requestId: "inner");

        outer.Dispose();
        ErrorScope.Current.ShouldBeSameAs(inner);
        inner.Dispose();

        ErrorScope.Current.ShouldBeNull();
        Should.NotThrow(inner.Dispose);
    }

    [Fact]
    public void Ids_AreCleanAndShort()
    {
        using var scope = ErrorScope.Begin("a\r\nb", new string('x', 300));

        (scope.UserId, scope.RequestId).ShouldBe(("ab", new string('x', 256)));
    }

    [Fact]
    public void Operation_IsMeasuredAndFailsWithWhatWasCaptured()
    {
        using (var good = ErrorScope.BeginOperation("scope_operation", "import"))
        {
            good.Error.ShouldBeNull();
        }

        var error = new FormatException();
        var scope = ErrorScope.BeginOperation("scope_operation", "import", userId: "somebody");
        scope.Capture(error).ShouldBeFalse();
        scope.Capture(new InvalidOperationException()).ShouldBeFalse();
        scope.Dispose();

        scope.Error.ShouldBeSameAs(error);
        var record = Recorded.Errors("scope_operation").ShouldHaveSingleItem();
        (record.Operation, record.ExceptionType, record.UserId).ShouldBe(("import", "System.FormatException", "somebody"));
        record.DurationMilliseconds.ShouldNotBeNull();
        ErrorAggregator.Shared.GetErrorRate(TimeSpan.FromMinutes(1), "scope_operation").Rate.ShouldBe(0.5);
    }

    [Fact]
    public void Duration_StandsStillAfterTheEnd()
    {
        var scope = ErrorScope.Begin();
        scope.Dispose();

        var ended = scope.Duration;

        ended.ShouldBeGreaterThan(TimeSpan.Zero);
        scope.Duration.ShouldBe(ended);
    }

    [Fact]
    public void Duration_GrowsWhileTheScopeIsOpen()
    {
        using var scope = ErrorScope.Begin();
        var first = scope.Duration;

        SpinWait.SpinUntil(() => scope.Duration > first);

        scope.Duration.ShouldBeLessThan(TimeSpan.FromHours(1));
    }

    [Fact]
    public void ClosedOne_IsNotReachedFromTheScopeAround()
    {
        var outer = ErrorScope.Begin(requestId: "outer");
        var inner = ErrorScope.Begin(requestId: "inner");
        inner.Dispose();
        inner.Dispose();

        ErrorScope.Current.ShouldBeSameAs(outer);
        outer.Dispose();
        ErrorScope.Current.ShouldBeNull();
    }

    [Fact]
    public void OperationClosedTwice_IsOneCall()
    {
        var scope = ErrorScope.BeginOperation("scope_twice", "import");
        scope.Dispose();
        scope.Dispose();

        LlmAspects.Tracing.PerformanceTracer.Shared.GetStats("scope_twice", "import").ShouldNotBeNull().Count.ShouldBe(1);
    }

    [Fact]
    public void NullError_IsRefused()
    {
        using var scope = ErrorScope.Begin();

        Should.Throw<ArgumentNullException>(() => scope.Capture(null!));
    }
}
