namespace LlmAspects.Resilience;

/// <summary>How a failed call is repeated. Immutable once built; may be shared between threads.</summary>
public sealed record RetryOptions
{
    /// <summary>The largest allowed <see cref="MaxAttempts"/>.</summary>
    public const int LargestMaxAttempts = 100;

    /// <summary>The largest allowed <see cref="Factor"/>.</summary>
    public const double LargestFactor = 100;

    /// <summary>The longest allowed delay: one day.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <summary>How often the work is tried at most, the first time included. The default is 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 2 or above 100.</exception>
    public int MaxAttempts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LargestMaxAttempts);
            field = value;
        }
    } = 3;

    /// <summary>By what each delay is longer than the one before. The default is 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number from 1 to 100.</exception>
    public double Factor
    {
        get;
        init => field = value is >= 1 and <= LargestFactor ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The factor must be from 1 to 100.");
    } = 2;

    /// <summary>The first delay. The default is 200 milliseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or longer than a day.</exception>
    public TimeSpan BaseDelay { get; init => field = Checked(value); } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest delay; one below <see cref="BaseDelay"/> shortens the first delay too. The default is 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or longer than a day.</exception>
    public TimeSpan MaximumDelay { get; init => field = Checked(value); } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a delay is drawn evenly between zero and its full length ("full jitter"). The default is <see langword="true"/>.</summary>
    /// <remarks>Source: Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.</remarks>
    public bool Jitter { get; init; } = true;

    /// <summary>The types of exceptions that are retried, derived ones included. The default is empty: every exception but the fatal ones.</summary>
    /// <exception cref="ArgumentException">A type is not an exception.</exception>
    public IReadOnlyList<Type> Handle
    {
        get;
        init => field = value.All(static type => typeof(Exception).IsAssignableFrom(type)) ? [.. value] : throw new ArgumentException("Only types of exceptions can be handled.", nameof(value));
    } = [];

    /// <summary>Where jitter comes from: numbers from 0 to 1, from any thread. The default is <see langword="null"/>: a generator of the process.</summary>
    public Func<double>? Randomizer { get; init; }

    private static TimeSpan Checked(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, LongestDelay);
        return delay;
    }
}
