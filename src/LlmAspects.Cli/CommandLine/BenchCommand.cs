using System.CommandLine;
using LlmAspects.Cli.Bench.Failover;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>bench</c>, whose commands measure components against others.</summary>
internal sealed class BenchCommand : Command
{
    public BenchCommand(Func<FailoverBenchOptions, CancellationToken, Task<int>> failover)
        : base("bench", "Measures components beside other libraries.") => Subcommands.Add(new FailoverBenchCommand(failover));
}
