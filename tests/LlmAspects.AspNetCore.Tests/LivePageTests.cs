using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LlmAspects.Errors;
using LlmAspects.Reports;
using LlmAspects.Testing;
using LlmAspects.Tracing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.AI;

namespace LlmAspects.AspNetCore.Tests;

public sealed partial class LivePageTests
{
    private static readonly string[] Paths = ["/llmaspects", "/llmaspects/report.json", "/llmaspects/operations.json", "/llmaspects/errors.json", "/llmaspects/traces.json"];

    public LivePageTests()
    {
        PerformanceTracer.Shared.Clear();
        ErrorAggregator.Shared.Clear();
    }

    [Fact]
    public async Task Page_OnlyItsOwnScriptMayRun()
    {
        await using var application = await LiveApplication.StartAsync();

        using var response = await application.Client.GetAsync("/llmaspects");
        var html = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/html");
        var nonce = NonceOfScript().Match(html).Groups[1].Value;
        nonce.Length.ShouldBe(32);
        var policy = response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldStartWith($"default-src 'none'; script-src 'nonce-{nonce}';");
        html.ShouldContain("<body data-state=\"disconnected\"");
        html.ShouldContain("<main id=\"report\"");
        html.ShouldNotContain("http-equiv=\"Content-Security-Policy\"");
    }

    [Fact]
    public async Task Page_NonceIsNewEachTime()
    {
        await using var application = await LiveApplication.StartAsync();

        var first = NonceOfScript().Match(await application.Client.GetStringAsync("/llmaspects")).Value;

        NonceOfScript().Match(await application.Client.GetStringAsync("/llmaspects")).Value.ShouldNotBe(first);
    }

    [Fact]
    public void PolicyInsideThePage_GivesWayToTheHeader()
    {
        var page = LivePage.Compose("<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><title>t</title></head><body class=\"b\"><main></main></body>", "n");

        page.ShouldStartWith("<head><title>t</title></head><body data-state=\"disconnected\" class=\"b\"><main></main><style>");
        page.ShouldContain("<p id=\"live-status\" role=\"status\">disconnected</p>\n<script nonce=\"n\">");
        page.ShouldEndWith("</body>");
    }

    [Fact]
    public async Task EveryAnswer_IsNeverStoredNorSniffedNorReferred()
    {
        await using var application = await LiveApplication.StartAsync();
        foreach (var path in Paths)
        {
            using var response = await application.Client.GetAsync(path);

            response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            response.Headers.CacheControl?.NoStore.ShouldBeTrue(path);
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], path);
            response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"], path);
            response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem(path).ShouldStartWith("default-src 'none';", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task Documents_HoldWhatTheReportHolds()
    {
        await using var application = await LiveApplication.StartAsync();
        application.Model.ThenAnswer("Paris");
        await application.Chat.GetResponseAsync("The capital of France?");

        var report = PerformanceReport.FromJson(await application.Client.GetStringAsync("/llmaspects/report.json"));
        using var operations = JsonDocument.Parse(await application.Client.GetStringAsync("/llmaspects/operations.json"));
        using var traces = JsonDocument.Parse(await application.Client.GetStringAsync("/llmaspects/traces.json"));

        report.Operations.ShouldContain(stats => stats.Component == "llm_pipeline" && stats.Count == 1);
        report.Circuits.ShouldHaveSingleItem().Name.ShouldBe("m");
        operations.RootElement.GetArrayLength().ShouldBe(report.Operations.Count);
        traces.RootElement[0].GetProperty("name").GetString().ShouldBe("llm_pipeline.get_response");
    }

    [Fact]
    public async Task FailedCall_IsInTheErrorsDocument()
    {
        await using var application = await LiveApplication.StartAsync();
        await FailAsync(application, "Hello");

        using var errors = JsonDocument.Parse(await application.Client.GetStringAsync("/llmaspects/errors.json"));

        errors.RootElement.GetProperty("count").GetInt64().ShouldBeGreaterThan(0);
        errors.RootElement.GetProperty("groups").GetArrayLength().ShouldBeGreaterThan(0);
        errors.RootElement.GetProperty("errors")[0].GetProperty("component").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Looking_IsNoCallOfAnOperation()
    {
        await using var application = await LiveApplication.StartAsync();
        application.Model.ThenAnswer("Paris");
        await application.Chat.GetResponseAsync("The capital of France?");
        var calls = PerformanceTracer.Shared.GetStats().Sum(stats => stats.Count);
        using var spans = new ActivityRecorder("LlmAspects");

        foreach (var path in Paths)
        {
            await application.Client.GetStringAsync(path);
        }

        PerformanceTracer.Shared.GetStats().Sum(stats => stats.Count).ShouldBe(calls);
        spans.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task SecretPrompt_IsNowhere()
    {
        const string Secret = "xyzzy-secret-prompt";
        await using var application = await LiveApplication.StartAsync();
        application.Model.ThenAnswer("The answer quotes " + Secret);
        await application.Chat.GetResponseAsync(Secret);
        await FailAsync(application, Secret);

        foreach (var path in Paths)
        {
            (await application.Client.GetStringAsync(path)).ShouldNotContain(Secret);
        }
    }

    [Fact]
    public async Task WithoutAddLlmAspects_MappingSaysWhatToDo()
    {
        await using var application = WebApplication.CreateSlimBuilder().Build();

        Should.Throw<InvalidOperationException>(() => application.MapLlmAspects()).Message.ShouldContain("services.AddLlmAspects()");
    }

    private static async Task FailAsync(LiveApplication application, string prompt)
    {
        application.Model.ThenThrow(new ArgumentException($"The service does not like: {prompt}"));
        await Should.ThrowAsync<Exception>(application.Chat.GetResponseAsync(prompt));
    }

    [GeneratedRegex("<script nonce=\"([0-9a-f]+)\">")]
    private static partial Regex NonceOfScript();
}
