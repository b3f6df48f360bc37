using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LlmAspects.AspNetCore.Tests;

public sealed class AccessTests
{
    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "localhost.evil.example")]
    [InlineData("Forwarded", "for=192.0.2.1")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Original-For", "127.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    public async Task NotFromThisMachine_IsRefusedAndToldWhatToDo(string header, string value)
    {
        await using var application = await LiveApplication.StartAsync();

        foreach (var path in (string[])["/llmaspects", "/llmaspects/report.json", "/llmaspects/events"])
        {
            using var response = await SendAsync(application, path, header, value);

            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
            (await response.Content.ReadAsStringAsync()).ShouldContain("MapLlmAspects().RequireAuthorization(...)");
        }

        application.Log.Messages.ShouldHaveSingleItem().ShouldContain("RequireAuthorization");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:5000")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:80")]
    public async Task LocalHostName_IsLetIn(string host)
    {
        await using var application = await LiveApplication.StartAsync();

        using var response = await SendAsync(application, "/llmaspects", "Host", host);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.9.9.9", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.0.2.1", false)]
    [InlineData("::ffff:192.0.2.1", false)]
    [InlineData("0.0.0.0", false)]
    public void RemoteAddress_DecidesWithoutAPolicy(string remote, bool allowed) =>
        (AccessRules.Refuse(IPAddress.Parse(remote), "localhost", []) is null).ShouldBe(allowed);

    [Fact]
    public void UnknownRemoteAddress_IsRefused() => AccessRules.Refuse(remote: null, "localhost", []).ShouldNotBeNull();

    [Fact]
    public async Task Policy_AloneDecides()
    {
        await using var application = await LiveApplication.StartAsync(
            services => services.AddAuthorization().AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(),
            page => page.RequireAuthorization(policy => policy.RequireAssertion(context =>
                context.Resource is Microsoft.AspNetCore.Http.HttpContext { Request.Headers: var headers } && headers.ContainsKey("X-Key"))),
            app => app.UseAuthentication().UseAuthorization());

        using var refused = await SendAsync(application, "/llmaspects", "Host", "localhost");
        using var allowed = await SendAsync(application, "/llmaspects", "X-Key", "1", "dashboard.example");

        refused.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        allowed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AllowAnonymousBesideAPolicy_OpensThePageToThisMachineOnly()
    {
        await using var application = await LiveApplication.StartAsync(
            services => services.AddAuthorization().AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(),
            page => page.RequireAuthorization().AllowAnonymous(),
            app => app.UseAuthentication().UseAuthorization());

        using var response = await SendAsync(application, "/llmaspects", "Host", "dashboard.example");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<HttpResponseMessage> SendAsync(LiveApplication application, string path, string header, string value, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        request.Headers.Host = host ?? request.Headers.Host;
        return await application.Client.SendAsync(request);
    }
}
