using LlmAspects.Cli.Bench.FaultWall;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Bench.Failover;

/// <summary>A client under test. Each scenario opens it anew.</summary>
internal interface IBenchClient
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>The name for people.</summary>
    string Title { get; }

    /// <summary>What it was allowed, where that is not the common budget.</summary>
    string Limits { get; }

    /// <summary>Whether it has a second model.</summary>
    bool HasBackup { get; }

    /// <summary>Connects to a wall.</summary>
    /// <param name="endpoint">Where the wall listens.</param>
    /// <param name="times">The scale of its limits.</param>
    /// <param name="time">The clock.</param>
    /// <returns>A client that asks the first model, unless the options of a call name another one.</returns>
    IChatClient Open(Uri endpoint, BenchTimes times, TimeProvider time);
}
