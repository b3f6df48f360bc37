namespace LlmAspects.Reports;

/// <summary>Something that knows usage, caches or circuit breakers that belong into a report.</summary>
/// <remarks>Called from any thread, once for each report. It must not tell prompts, answers or secrets.</remarks>
public interface IReportSource
{
    /// <summary>Returns what is known at this moment.</summary>
    ReportFacts GetReportFacts();
}
