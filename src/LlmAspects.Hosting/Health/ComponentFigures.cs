namespace LlmAspects.Hosting.Health;

/// <summary>What a component did within a window.</summary>
/// <param name="Calls">Measured calls.</param>
/// <param name="FailedCalls">Measured calls that failed.</param>
/// <param name="RateMissingReason">Why there is no rate; <see langword="null"/> when there is one.</param>
/// <param name="RecentErrors">Errors that are kept.</param>
/// <param name="LastErrorCode">The code of the latest of them.</param>
internal sealed record ComponentFigures(long Calls, long FailedCalls, string? RateMissingReason, int RecentErrors, string? LastErrorCode)
{
    public double? Rate => Calls > 0 ? (double)FailedCalls / Calls : null;
}
