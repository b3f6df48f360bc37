using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LlmAspects.AspNetCore;

/// <summary>Puts the access rules and the headers of security before a handler.</summary>
internal sealed partial class AccessGuard(ILogger<AccessGuard> logger)
{
    private int _logged;

    public RequestDelegate Protect(RequestDelegate handler) => context =>
    {
        SetHeaders(context.Response.Headers);
        if (context.GetEndpoint() is { } endpoint && AccessRules.HasPolicy(endpoint.Metadata))
        {
            return handler(context);
        }

        var refusal = AccessRules.Refuse(context.Connection.RemoteIpAddress, context.Request.Host.Host, context.Request.Headers.Keys);
        return refusal is null ? handler(context) : RefuseAsync(context, refusal);
    };

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // The page replaces it by one that lets its own script run.
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
    }

    private Task RefuseAsync(HttpContext context, string reason)
    {
        // Once: a scanner must not fill the log.
        if (Interlocked.Exchange(ref _logged, 1) == 0)
        {
            Refused(logger, reason);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            $"This page is shown on its own machine only, and {reason}. Open it as http://localhost there, or call MapLlmAspects().RequireAuthorization(...) to let others in.\n",
            context.RequestAborted);
    }

    [LoggerMessage(1, LogLevel.Warning, "A request for the LlmAspects page was refused: {Reason}. Call MapLlmAspects().RequireAuthorization(...) to let others in. Further refusals are not logged.")]
    private static partial void Refused(ILogger logger, string reason);
}
