using LlmAspects.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LlmAspects.AspNetCore;

/// <summary>Maps the live report page.</summary>
public static class LlmAspectsEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the live page and, below it, <c>report.json</c>, <c>operations.json</c>, <c>errors.json</c> and <c>traces.json</c>. They answer only requests from
    /// this machine until <c>RequireAuthorization</c> is called on what is returned; then the policy alone decides.
    /// </summary>
    /// <param name="endpoints">Where the page is mapped.</param>
    /// <param name="pattern">The path of the page. The default is <c>/llmaspects</c>.</param>
    /// <exception cref="InvalidOperationException"><c>AddLlmAspects</c> was not called.</exception>
    public static IEndpointConventionBuilder MapLlmAspects(this IEndpointRouteBuilder endpoints, string pattern = "/llmaspects")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var services = endpoints.ServiceProvider;
        var reports = services.GetService<ReportProvider>()
            ?? throw new InvalidOperationException($"{nameof(MapLlmAspects)} needs services.AddLlmAspects() of LlmAspects.Hosting. Call it before the application is built.");
        var live = ActivatorUtilities.CreateInstance<LiveEvents>(services, new ReportVersion(reports), services.GetService<TimeProvider>() ?? TimeProvider.System);
        var guard = ActivatorUtilities.CreateInstance<AccessGuard>(services);
        var group = endpoints.MapGroup(pattern);
        Map(string.Empty, context => LivePage.WriteAsync(context, reports.Create()));
        Map("/events", live.WriteAsync);
        Map("/report.json", context => JsonDocuments.WriteReportAsync(context, reports.Create()));
        Map("/operations.json", JsonDocuments.WriteOperationsAsync);
        Map("/errors.json", JsonDocuments.WriteErrorsAsync);
        Map("/traces.json", context => JsonDocuments.WriteTracesAsync(context, reports.GetTraces()));
        return group;

        void Map(string path, RequestDelegate handler) => group.MapGet(path, guard.Protect(handler)).WithDisplayName("LlmAspects " + (path.Length == 0 ? "page" : path));
    }
}
