namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>Times of a profile: delays of the wall, limits of the clients and limits of the checks shrink alike.</summary>
/// <param name="Scale">What times are multiplied with, more than 0 to 1.</param>
internal sealed record BenchTimes(double Scale)
{
    private const double SecondsPerWord = 0.015;

    /// <summary>The time between two words of a stream.</summary>
    public TimeSpan PerWord => Of(SecondsPerWord);

    public TimeSpan Of(double seconds) => TimeSpan.FromSeconds(seconds * Scale);

    public TimeSpan Of(TimeSpan full) => full * Scale;
}
