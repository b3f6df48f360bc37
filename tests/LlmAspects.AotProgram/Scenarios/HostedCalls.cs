using System.Net;
using System.Text.Json;
using LlmAspects.AotProgram.Recording;
using LlmAspects.AspNetCore;
using LlmAspects.Components.Routing;
using LlmAspects.Hosting;
using LlmAspects.Hosting.Health;
using LlmAspects.Hosting.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>A web application with options and models from its configuration, a health check and the live page, asked over the network.</summary>
internal static partial class HostedCalls
{
    [ErrorContext, TracePerformance]
    private static partial int Answer(int question);

    public static async Task RunAsync(Transcript transcript)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("LlmAspects:MaximumTraces", "7"), new("LlmAspects:Health:MinimumCalls", "1")]);
        builder.Services.AddLlmAspects(builder.Configuration.GetSection(LlmAspectsOptions.SectionName));
        builder.Configuration.AddInMemoryCollection(
        [
            new("Llm:Models:0:Id", "m"), new("Llm:Models:0:Provider", "aot"), new("Llm:Models:0:ContextWindow", "8192"), new("Llm:Models:0:MaxOutputTokens", "1024"),
            new("Llm:Models:0:Endpoint", "https://models.test/"), new("Llm:Models:0:Capabilities", "Streaming, Tools"), new("Llm:Models:0:Tasks:0", "Code"), new("Llm:Models:0:Priority", "1"),
        ]);
        builder.Services.AddLlmModels(builder.Configuration.GetSection("Llm"));
        builder.Services.AddHealthChecks().AddLlmComponent("hosted_calls");
        await using var application = builder.Build();
        application.MapLlmAspects();
        application.MapHealthChecks("/health");
        await application.StartAsync();
        Answer(1);
        await transcript.NoteAsync("answer", static () => Answer(-1));

        using var client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
        foreach (var path in (string[])["llmaspects", "llmaspects/report.json", "llmaspects/errors.json", "llmaspects/traces.json", "health"])
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            transcript.Note($"{path}: {(int)response.StatusCode} {response.Content.Headers.ContentType}, tells of the call: {(await response.Content.ReadAsStringAsync()).Contains("hosted_calls", StringComparison.Ordinal)}");
        }

        transcript.Note($"operations.json: {await CallsAsync(client)} calls; traces kept: {application.Services.GetRequiredService<IOptions<LlmAspectsOptions>>().Value.MaximumTraces}");
        transcript.Note(ChangeModels(application));
        await application.StopAsync();
    }

    private static string ChangeModels(WebApplication application)
    {
        var catalog = application.Services.GetRequiredService<ModelCatalog>();
        var before = catalog.Models.Single();
        application.Configuration["Llm:Models:0:FirstTokenLimit"] = "00:00:07";
        ((IConfigurationRoot)application.Configuration).Reload();
        return $"model: {before.Id}, {before.Endpoint}, {before.Capabilities}, {before.Tasks![0]}, priority {before.Priority:0}; version {catalog.Version} limits the first token to {catalog.Models.Single().FirstTokenLimit:c}";
    }

    private static async Task<long> CallsAsync(HttpClient client)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri("llmaspects/operations.json", UriKind.Relative)));
        return document.RootElement.EnumerateArray().Single(static operation => operation.GetProperty("component").GetString() == "hosted_calls").GetProperty("count").GetInt64();
    }

    private static int AnswerCore(int question) => question > 0 ? question : throw new WebException("no question");
}
