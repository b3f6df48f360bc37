namespace LlmAspects.Errors;

/// <summary>Occurrences of one and the same error: same operation, code, exception type and cause.</summary>
public sealed record ErrorGroup
{
    /// <summary>Names the group: 16 hexadecimal digits, the same in every process.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What <see cref="ErrorRecord.Code"/> of the occurrences is.</summary>
    public required string Code { get; init; }

    /// <summary>The component of the operation that saw the error first.</summary>
    public required string Component { get; init; }

    /// <summary>The operation that saw the error first.</summary>
    public required string Operation { get; init; }

    /// <summary>The full name of the exception's type.</summary>
    public required string ExceptionType { get; init; }

    /// <summary>The full name of the inner exception's type, when the exception wraps one.</summary>
    public string? CauseType { get; init; }

    /// <summary>When the first occurrence was observed, in UTC.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When the latest occurrence was observed, in UTC.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>How often it occurred, kept or not.</summary>
    public required long Occurrences { get; init; }

    /// <summary>The message of the latest occurrence; <see langword="null"/> unless <see cref="ErrorAggregator.RecordMessages"/> is set.</summary>
    public string? LatestMessage { get; init; }
}
