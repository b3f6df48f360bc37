namespace LlmAspects.ReceiverTests.Prometheus;

/// <summary>One series of an answer: its labels and its value now.</summary>
internal sealed record PrometheusSeries(IReadOnlyDictionary<string, string> Labels, double Value);
