using LlmAspects.Components.Routing;
using LlmAspects.Hosting;
using LlmAspects.Hosting.Components;
using LlmAspects.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.AspNetCore.Tests;

/// <summary>An application with a pipeline and the live page, on a free port of this machine.</summary>
internal sealed class LiveApplication : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LiveApplication(WebApplication application, HttpClient client) => (_application, Client) = (application, client);

    public HttpClient Client { get; }

    public FakeTimeProvider Time { get; private init; } = new();

    public ScriptedChatClient Model { get; private init; } = new();

    public LogRecorder Log { get; private init; } = new(LogLevel.Warning);

    public IChatClient Chat => _application.Services.GetRequiredService<IChatClient>();

    public static async Task<LiveApplication> StartAsync(
        Action<IServiceCollection>? services = null, Action<IEndpointConventionBuilder>? page = null, Action<WebApplication>? application = null)
    {
        var (model, time, log) = (new ScriptedChatClient(), new FakeTimeProvider(), new LogRecorder(LogLevel.Warning));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddLlmAspects();
        builder.Services.AddLlmPipeline((_, pipeline) =>
            pipeline.AddModel(new ModelInfo { Id = "m", Provider = "tests", ContextWindow = 8192, MaxOutputTokens = 1024 }, model).Configure(options => options.CacheAnswers = false));
        services?.Invoke(builder.Services);
        var built = builder.Build();
        application?.Invoke(built);
        var mapped = built.MapLlmAspects();
        page?.Invoke(mapped);
        await built.StartAsync();
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(built.Urls.Single()) };
        return new LiveApplication(built, client) { Time = time, Model = model, Log = log };
    }

    public Task StopAsync() => _application.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }
}
