namespace LlmAspects.Runtime;

/// <summary>What the tags of a failed call are at its end; nothing for a call without tags.</summary>
/// <param name="Record">Those of the error record.</param>
/// <param name="Metric">Those of the metrics.</param>
internal readonly record struct FailureTags(KeyValuePair<string, object?>[]? Record, KeyValuePair<string, object?>[]? Metric);
