namespace LlmAspects.Cli.Reports;

/// <summary>The chosen model; no endpoint means that nothing left the machine.</summary>
internal sealed record ModelReport(string Id, string Provider, string? Endpoint);
