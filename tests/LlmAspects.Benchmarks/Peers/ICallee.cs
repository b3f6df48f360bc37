namespace LlmAspects.Benchmarks.Peers;

/// <summary>What the peers stand in front of; public, because proxies are made outside this assembly.</summary>
public interface ICallee
{
    /// <summary>The call.</summary>
    int Compute(int value);
}
