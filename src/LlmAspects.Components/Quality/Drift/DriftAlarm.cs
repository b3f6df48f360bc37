namespace LlmAspects.Components.Quality.Drift;

/// <summary>The quality of a tenant's answers fell below what it was in the beginning.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Profile">The profile of the answers.</param>
/// <param name="Time">When.</param>
/// <param name="Detector">What noticed: <c>ewma</c> (a sudden fall) or <c>cusum</c> (a small one that lasts).</param>
/// <param name="Baseline">The mean of the first scores.</param>
/// <param name="Level">The moving average now.</param>
public sealed record DriftAlarm(string Tenant, QualityProfile Profile, DateTimeOffset Time, string Detector, double Baseline, double Level);
