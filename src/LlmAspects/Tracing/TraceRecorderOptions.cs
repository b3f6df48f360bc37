namespace LlmAspects.Tracing;

/// <summary>What a <see cref="TraceRecorder"/> listens to, and how much it keeps.</summary>
public sealed record TraceRecorderOptions
{
    /// <summary>Sources to record besides those of the aspects, for example a client library's. The default is none.</summary>
    public IReadOnlyCollection<string> AdditionalSources { get; init; } = [];

    /// <summary>How many traces are kept; the oldest goes first. At least 1; the default is 64.</summary>
    public int MaximumTraces { get; init; } = 64;

    /// <summary>How many spans of one trace are kept, those more than 256 levels deep excepted. At least 1; the default is 1,000.</summary>
    public int MaximumSpansPerTrace { get; init; } = 1000;
}
