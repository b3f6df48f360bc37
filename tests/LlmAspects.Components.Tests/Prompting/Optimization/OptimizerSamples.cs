using LlmAspects.Components.Prompting;
using LlmAspects.Components.Prompting.Optimization;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Prompting.Optimization;

internal static class OptimizerSamples
{
    public const string Explanation = "Explain how a lighthouse works.";

    public static readonly OptimizationStrategy[] All = Enum.GetValues<OptimizationStrategy>();

    /// <summary>An optimizer that may do everything at once.</summary>
    public static QueryOptimizer Trusting() => new(new QueryOptimizerOptions { Trusted = All });

    public static OptimizedQuery Optimize(this QueryOptimizer optimizer, string query, string tenant = "") => optimizer.Optimize(new OptimizationRequest(query) { Tenant = tenant });

    /// <summary>Reports answers to a query with a strategy and without it; it must not become credible meanwhile.</summary>
    public static void Teach(this QueryOptimizer optimizer, OptimizationStrategy strategy, double with, double without, int reports)
    {
        for (int i = 0; i < reports; i++)
        {
            optimizer.ReportQuality(optimizer.Optimize(new OptimizationRequest(Explanation) { Accepted = [strategy] }), with);
            optimizer.ReportQuality(optimizer.Optimize(Explanation), without);
        }
    }

    public static FakeTimeProvider Clock() => new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
}
