using BenchmarkDotNet.Running;
using LlmAspects.Benchmarks.Budgets;

if (args is ["budgets", ..])
{
    return BudgetsCommand.Run(args.AsSpan(1));
}

BenchmarkSwitcher.FromAssembly(typeof(BudgetsCommand).Assembly).Run(args);
return 0;
