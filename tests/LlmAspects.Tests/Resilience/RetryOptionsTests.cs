using LlmAspects.Resilience;

namespace LlmAspects.Tests.Resilience;

public class RetryOptionsTests
{
    [Fact]
    public void Defaults_AreThoseOfTheAttribute()
    {
        var (options, attribute) = (new RetryOptions(), new RetryWithBackoffAttribute());

        (options.MaxAttempts, options.Factor, options.BaseDelay.TotalMilliseconds, options.MaximumDelay.TotalMilliseconds, options.Jitter).ShouldBe((3, 2.0, 200, 30_000, true));
        (attribute.MaxAttempts, attribute.Factor, attribute.BaseDelayMilliseconds, attribute.MaximumDelayMilliseconds, attribute.Jitter).ShouldBe((3, 2.0, 200, 30_000, true));
        options.Handle.ShouldBeEmpty();
        attribute.Handle.ShouldBeEmpty();
        (options.Randomizer, attribute.TimeProvider).ShouldBe((null, null));
    }

    [Fact]
    public void WrongValues_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new RetryOptions { MaxAttempts = 1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new RetryOptions { MaxAttempts = 101 });
        Should.Throw<ArgumentOutOfRangeException>(() => new RetryOptions { Factor = 0.9 });
        Should.Throw<ArgumentOutOfRangeException>(() => new RetryOptions { Factor = double.NaN });
        Should.Throw<ArgumentOutOfRangeException>(() => new RetryOptions { BaseDelay = TimeSpan.FromTicks(-1) });
        Should.Throw<ArgumentOutOfRangeException>(() => new RetryOptions { MaximumDelay = TimeSpan.FromDays(1.1) });
        Should.Throw<ArgumentException>(() => new RetryOptions { Handle = [typeof(string)] });
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 300)]
    [InlineData(2, 900)]
    [InlineData(3, 2_000)]
    [InlineData(1_000_000, 2_000)]
    public void Delay_GrowsByTheFactorUpToTheMaximum(int retry, double milliseconds)
    {
        var options = new RetryOptions { Factor = 3, BaseDelay = TimeSpan.FromMilliseconds(100), MaximumDelay = TimeSpan.FromSeconds(2), Jitter = false };

        RetryBackoff.DelayBefore(retry, options, static () => 0.5).TotalMilliseconds.ShouldBe(milliseconds);
    }

    [Fact]
    public void JitteredDelay_LiesBetweenZeroAndTheFullOne()
    {
        var options = new RetryOptions { BaseDelay = TimeSpan.FromMilliseconds(100) };
        var random = new Random(7);
        var delays = Enumerable.Range(0, 1_000).Select(_ => RetryBackoff.DelayBefore(1, options, random.NextDouble).TotalMilliseconds).ToArray();

        delays.ShouldAllBe(static delay => delay >= 0 && delay <= 200);
        delays.Min().ShouldBeLessThan(10);
        delays.Max().ShouldBeGreaterThan(190);
    }

    [Fact]
    public void Handles_FollowsTheTypesAndRefusesTheFatalOnes()
    {
        RetryBackoff.Handles(new InvalidOperationException(), new RetryOptions()).ShouldBeTrue();
        RetryBackoff.Handles(new ThreadInterruptedException(), new RetryOptions()).ShouldBeFalse();
        var options = new RetryOptions { Handle = [typeof(ArgumentException)] };
        RetryBackoff.Handles(new ArgumentNullException(), options).ShouldBeTrue();
        RetryBackoff.Handles(new InvalidOperationException(), options).ShouldBeFalse();
    }
}
