using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Routing;
using LlmAspects.Hosting.Components;
using LlmAspects.Hosting.Models;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LlmAspects.Hosting.Tests.Models;

/// <summary>A host whose pipeline has the models <c>a</c> and <c>b</c> of a configuration in memory, each with a scripted client.</summary>
internal sealed class ModelHost : IDisposable
{
    public ModelHost()
    {
        Configuration = new ConfigurationBuilder().AddInMemoryCollection(Keys("a").Concat(Keys("b", index: 1))).Build();
        Host = TestHost.Build(services => services
            .AddLogging(logging => logging.AddProvider(Log))
            .AddLlmModels(Configuration.GetSection("Llm"))
            .AddLlmPipeline((provider, pipeline) => pipeline
                .UseModels(provider.GetRequiredService<ModelCatalog>(), model => Clients[model.Id])
                .Configure(options => options.Failover = options.Failover with { BaseDelay = TimeSpan.Zero })));
    }

    public IConfigurationRoot Configuration { get; }

    public IHost Host { get; }

    public LogRecorder Log { get; } = new(LogLevel.Error);

    public Dictionary<string, ScriptedChatClient> Clients { get; } = new() { ["a"] = new(), ["b"] = new(), ["c"] = new() };

    public ModelCatalog Catalog => Host.Services.GetRequiredService<ModelCatalog>();

    public LlmRouter Router => Host.Services.GetRequiredService<LlmRouter>();

    public IChatClient Chat => Host.Services.GetRequiredService<LlmPipeline>();

    /// <summary>The keys of a model with what is required.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Keys(string id, int index = 0) =>
    [
        new($"Llm:Models:{index}:Id", id),
        new($"Llm:Models:{index}:Provider", "tests"),
        new($"Llm:Models:{index}:ContextWindow", "8192"),
        new($"Llm:Models:{index}:MaxOutputTokens", "1024"),
    ];

    /// <summary>Changes keys, then tells of the change once.</summary>
    public void Change(params (string Key, string Value)[] changes)
    {
        foreach ((string key, string value) in changes)
        {
            Configuration[$"Llm:Models:{key}"] = value;
        }

        Configuration.Reload();
    }

    public void Dispose() => Host.Dispose();
}
