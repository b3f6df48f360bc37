using LlmAspects.Errors;
using LlmAspects.Tracing;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>What was recorded of one operation since this object was made.</summary>
internal sealed class OperationCounts(string component, string operation)
{
    private readonly PerformanceStats _before = Read(component, operation);
    private readonly long _errorsBefore = ErrorAggregator.Shared.TotalCount;

    public long Calls => Now.Count - _before.Count;

    public long Successes => Now.SuccessCount - _before.SuccessCount;

    public long Errors => Now.ErrorCount - _before.ErrorCount;

    public long Cancellations => Now.CancelledCount - _before.CancelledCount;

    public long Expected => Now.ExpectedCount - _before.ExpectedCount;

    public long DisposedEarly => Now.DisposedEarlyCount - _before.DisposedEarlyCount;

    public long Items => Now.ItemCount - _before.ItemCount;

    /// <summary>The errors that any operation added, the most recent first.</summary>
    public IReadOnlyList<ErrorRecord> ErrorRecords
        => ErrorAggregator.Shared.Recent((int)(ErrorAggregator.Shared.TotalCount - _errorsBefore));

    private PerformanceStats Now => Read(component, operation);

    private static PerformanceStats Read(string component, string operation)
        => PerformanceTracer.Shared.GetStats(component, operation, AssemblySettings.Source)
            ?? new PerformanceStats { Component = component, Operation = operation, Source = AssemblySettings.Source };
}
