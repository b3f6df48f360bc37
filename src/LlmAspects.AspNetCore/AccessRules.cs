using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace LlmAspects.AspNetCore;

/// <summary>Decides who may see the page. Pure.</summary>
internal static class AccessRules
{
    /// <summary>Whether somebody else has checked the request already: authorization is asked for, and nothing lets everybody in.</summary>
    public static bool HasPolicy(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAllowAnonymous>() is null
        && (metadata.GetMetadata<IAuthorizeData>() is not null || metadata.GetMetadata<AuthorizationPolicy>() is not null);

    /// <summary>Why a request does not come from this machine; <see langword="null"/> when it does.</summary>
    public static string? Refuse(IPAddress? remote, string host, IEnumerable<string> headers)
    {
        if (remote is null || !IPAddress.IsLoopback(remote))
        {
            return "the request comes from another machine";
        }

        // A proxy on this machine passes on the requests of others.
        if (headers.Any(IsOfAProxy))
        {
            return "the request was forwarded by a proxy";
        }

        // A page elsewhere can point a name of its own at this machine.
        return host is "127.0.0.1" or "[::1]" || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            ? null
            : "the host name of the request is not localhost";
    }

    private static bool IsOfAProxy(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        // What the forwarded headers middleware leaves behind.
        || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Via", StringComparison.OrdinalIgnoreCase);
}
