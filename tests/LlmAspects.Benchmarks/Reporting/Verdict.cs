namespace LlmAspects.Benchmarks.Reporting;

/// <summary>What a row says.</summary>
internal enum Verdict
{
    /// <summary>Within its budget, slack included.</summary>
    Ok,

    /// <summary>Outside its budget: the run fails.</summary>
    Missed,

    /// <summary>A peer, shown for comparison.</summary>
    Peer,
}
