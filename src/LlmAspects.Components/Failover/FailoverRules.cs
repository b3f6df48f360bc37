namespace LlmAspects.Components.Failover;

/// <summary>What all requests of a handler share.</summary>
internal sealed record FailoverRules(
    LlmFailoverOptions Options,
    ModelHealth Health,
    IErrorClassifier Classifier,
    AttemptAccounting? Accounting,
    Backoff Backoff,
    FailoverCounts Counts,
    TimeProvider Time);
