using LlmAspects.Errors;
using LlmAspects.Reports;
using LlmAspects.Tracing;
using Microsoft.AspNetCore.Http;

namespace LlmAspects.AspNetCore;

/// <summary>Writes the report and its parts for programs.</summary>
internal static class JsonDocuments
{
    public static Task WriteReportAsync(HttpContext context, PerformanceReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(report.ToJson(), context.RequestAborted);
    }

    public static Task WriteOperationsAsync(HttpContext context) =>
        context.Response.WriteAsJsonAsync(PerformanceTracer.Shared.GetStats(), LiveJsonContext.Default.IReadOnlyListPerformanceStats, cancellationToken: context.RequestAborted);

    public static Task WriteErrorsAsync(HttpContext context)
    {
        var errors = ErrorAggregator.Shared;
        var document = new ErrorsDocument(errors.TotalCount, errors.Groups(), errors.Recent());
        return context.Response.WriteAsJsonAsync(document, LiveJsonContext.Default.ErrorsDocument, cancellationToken: context.RequestAborted);
    }

    public static Task WriteTracesAsync(HttpContext context, IReadOnlyList<TraceNode> traces) =>
        context.Response.WriteAsJsonAsync(traces, LiveJsonContext.Default.IReadOnlyListTraceNode, cancellationToken: context.RequestAborted);
}
