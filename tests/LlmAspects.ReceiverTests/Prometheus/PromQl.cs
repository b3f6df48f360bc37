namespace LlmAspects.ReceiverTests.Prometheus;

/// <summary>The queries of docs/telemetry.md.</summary>
internal static class PromQl
{
    public const string Durations = "histogram_quantile(0.95, sum by (le, llmaspects_component, llmaspects_operation) (rate(llmaspects_operation_duration_seconds_bucket[1m])))";

    public const string ErrorsByComponent = "sum by (llmaspects_component) (increase(llmaspects_operation_errors_total[1m]))";

    public const string ErrorsByType = "sum by (error_type) (rate(llmaspects_operation_errors_total[1m]))";

    public static IReadOnlyList<string> All { get; } = [Durations, ErrorsByComponent, ErrorsByType];
}
