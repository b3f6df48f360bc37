namespace LlmAspects.Reports.Html;

/// <summary>A section of the page.</summary>
/// <param name="Id">Its id, which the navigation jumps to.</param>
/// <param name="Title">Its heading.</param>
/// <param name="HasData">Whether there is something to show.</param>
/// <param name="Write">Writes what stands below the heading.</param>
internal sealed record HtmlSection(string Id, string Title, Func<PerformanceReport, bool> HasData, Action<HtmlBuilder, PerformanceReport> Write);
