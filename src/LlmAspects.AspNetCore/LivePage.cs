using System.Reflection;
using System.Security.Cryptography;
using LlmAspects.Reports;
using Microsoft.AspNetCore.Http;

namespace LlmAspects.AspNetCore;

/// <summary>Makes the report page live: adds the script, and a policy that lets nothing but it run.</summary>
internal static class LivePage
{
    private const string PolicyTag = "<meta http-equiv=\"Content-Security-Policy\"";
    private static readonly string Script = ReadScript();

    /// <summary>The state in a corner that is always in view, in the colours of the page; paper has no state.</summary>
    private const string Style = """
        #live-status{position:fixed;right:.75rem;bottom:.75rem;margin:0;padding:.25rem .8rem;border:1px solid var(--line);border-radius:99px;background:var(--card);color:var(--bad);font-size:.85rem}
        body[data-state=live] #live-status{color:var(--accent)}
        @media print{#live-status{display:none}}
        """;

    public static Task WriteAsync(HttpContext context, PerformanceReport report)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Compose(report.ToHtml(), nonce), context.RequestAborted);
    }

    internal static string Compose(string page, string nonce)
    {
        var body = WithoutPolicy(page).Replace("<body", "<body data-state=\"disconnected\"", StringComparison.Ordinal);
        var end = body.LastIndexOf("</body>", StringComparison.Ordinal);
        return $"""
            {body[..end]}<style>
            {Style}
            </style>
            <p id="live-status" role="status">disconnected</p>
            <script nonce="{nonce}">
            {Script}</script>
            {body[end..]}
            """;
    }

    /// <summary>The policy inside the page forbids every script, also the one that keeps it live; the header takes its place.</summary>
    private static string WithoutPolicy(string page)
    {
        var start = page.IndexOf(PolicyTag, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? page : page.Remove(start, page.IndexOf('>', start) + 1 - start);
    }

    private static string ReadScript()
    {
        using var stream = typeof(LivePage).GetTypeInfo().Assembly.GetManifestResourceStream("live.js") ?? throw new InvalidOperationException("The script is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
