namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>Requests one after the other. Times are in seconds at full scale.</summary>
/// <param name="Requests">How many.</param>
/// <param name="Every">From the start of one to the start of the next, or to the end of a slower one.</param>
/// <param name="Limit">A request that has not ended by then hangs.</param>
internal sealed record RequestSeries(int Requests, double Every, double Limit);
