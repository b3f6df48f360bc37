namespace LlmAspects.Cli.Bench.Failover;

/// <summary>What was measured of many requests around an outage.</summary>
/// <param name="Hangs">Requests that did not end in time.</param>
/// <param name="SentInOutage">Requests that began while the first model was down.</param>
/// <param name="ServedInOutage">Those of them that were answered whole.</param>
/// <param name="ReturnAfterOutage">Seconds from the end of the outage to the first answer of the first model; <see langword="null"/> when there was none.</param>
/// <param name="PrimaryAttemptsInOutage">Calls of the first model while it was down.</param>
internal sealed record SeriesFacts(int Hangs, int SentInOutage, int ServedInOutage, double? ReturnAfterOutage, int PrimaryAttemptsInOutage);
