using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Routing;

namespace LlmAspects.Components.Tests.Failover;

public class FailoverWalkTests
{
    private static readonly ModelInfo A = TestModels.Model("a", contextWindow: 4_000);
    private static readonly ModelInfo B = TestModels.Model("b", contextWindow: 4_000);
    private static readonly ModelInfo C = TestModels.Model("c", contextWindow: 8_000);

    [Fact]
    public void RepeatableError_RepeatsUpToTheLimitThenMovesOn()
    {
        FailoverWalk walk = Walk(A, B);

        After(walk, ErrorCategory.Overload).ShouldBe(new FailoverWalk.Step(RecoveryAction.SameModel, TimeSpan.FromSeconds(1)));
        After(walk, ErrorCategory.Overload).ShouldBe(new FailoverWalk.Step(RecoveryAction.SameModel, TimeSpan.FromSeconds(2)));
        After(walk, ErrorCategory.Overload).ShouldBe(new FailoverWalk.Step(RecoveryAction.NextModel, TimeSpan.Zero));
        walk.Current.ShouldBe(B);
        After(walk, ErrorCategory.Overload).Delay.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void RetryAfter_IsWaitedForWhenItIsLonger() =>
        After(Walk(A, B), ErrorCategory.RateLimit, retryAfter: 7).ShouldBe(new FailoverWalk.Step(RecoveryAction.SameModel, TimeSpan.FromSeconds(7)));

    [Fact]
    public void RetryAfterBeyondTheLongestDelay_MovesOn() => After(Walk(A, B), ErrorCategory.RateLimit, retryAfter: 31).Action.ShouldBe(RecoveryAction.NextModel);

    [Fact]
    public void DelayBeyondTheDeadline_MovesOn() => After(Walk(A, B), ErrorCategory.RateLimit, retryAfter: 7, untilDeadline: 7).Action.ShouldBe(RecoveryAction.NextModel);

    [Fact]
    public void OneRefusedCredential_IsTriedOnce()
    {
        FailoverWalk walk = Walk(A, B);

        After(walk, ErrorCategory.Authentication);
        After(walk, ErrorCategory.Authentication);

        walk.Current.ShouldBeNull();
    }

    [Fact]
    public void ContextOverflow_GoesOnlyToLargerWindowsForTheRestOfTheWalk()
    {
        FailoverWalk walk = Walk(A, B, C, B with { Id = "b2" });

        After(walk, ErrorCategory.ContextOverflow).Action.ShouldBe(RecoveryAction.LargerContext);
        walk.Current.ShouldBe(C);
        After(walk, ErrorCategory.AttemptTimeout);

        walk.Current.ShouldBeNull();
    }

    [Fact]
    public void TimeoutOfTheOnlyModel_IsRepeatedOnce()
    {
        FailoverWalk walk = Walk(A);

        After(walk, ErrorCategory.AttemptTimeout).Action.ShouldBe(RecoveryAction.SameModel);
        After(walk, ErrorCategory.AttemptTimeout).Action.ShouldBe(RecoveryAction.NextModel);

        walk.Current.ShouldBeNull();
    }

    [Fact]
    public void TimeoutWithAnotherModel_MovesOn() => After(Walk(A, B), ErrorCategory.AttemptTimeout).Action.ShouldBe(RecoveryAction.NextModel);

    [Theory]
    [InlineData(false, RecoveryAction.Stop)]
    [InlineData(true, RecoveryAction.NextModel)]
    public void ContentFilter_StopsUnlessAllowed(bool allowed, RecoveryAction action)
    {
        var walk = new FailoverWalk([A, B], new LlmFailoverOptions { AllowContentFilterFallback = allowed });

        walk.After(RecoveryRules.For(ErrorCategory.ContentFilter), _ => TimeSpan.Zero, null).Action.ShouldBe(action);
    }

    [Fact]
    public void InvalidInput_Stops() => After(Walk(A, B), ErrorCategory.InvalidInput).Action.ShouldBe(RecoveryAction.Stop);

    [Theory]
    [InlineData(0, 0.0, 500)]
    [InlineData(0, 1.0, 1_000)]
    [InlineData(3, 0.0, 4_000)]
    [InlineData(4, 1.0, 16_000)]
    [InlineData(5, 1.0, 30_000)]
    [InlineData(500, 0.0, 15_000)]
    public void Backoff_DoublesToTheCapWithJitter(int repetition, double roll, double milliseconds) =>
        new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), new FixedRandom(roll)).Delay(repetition).TotalMilliseconds.ShouldBe(milliseconds, 0.001);

    private static FailoverWalk Walk(params ModelInfo[] models) => new(models, new LlmFailoverOptions());

    private static FailoverWalk.Step After(FailoverWalk walk, ErrorCategory category, int? retryAfter = null, int? untilDeadline = null)
    {
        walk.Begin();
        ErrorClassification error = RecoveryRules.For(category) with { RetryAfter = retryAfter is { } wait ? TimeSpan.FromSeconds(wait) : null };
        return walk.After(error, n => TimeSpan.FromSeconds(1 << n), untilDeadline is { } left ? TimeSpan.FromSeconds(left) : null);
    }
}
