namespace LlmAspects.Cli.Bench.Failover;

/// <summary>What a scenario says of a client.</summary>
internal enum Verdict
{
    /// <summary>The best end, with nothing missed.</summary>
    Pass,

    /// <summary>The best end with an advisory check missed, or an answer where a refusal was due.</summary>
    Partial,

    /// <summary>A clean error in time instead of the answer.</summary>
    Safe,

    /// <summary>A hang, a cut answer that is said to be whole, or a required check missed.</summary>
    Fail,
}
