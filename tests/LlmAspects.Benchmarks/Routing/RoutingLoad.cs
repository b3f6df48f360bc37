using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Components;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Routing.Learning;

namespace LlmAspects.Benchmarks.Routing;

/// <summary>Requests of several tenants and tasks to a router over eight models, of which it has learned something.</summary>
internal sealed class RoutingLoad
{
    private const int Models = 8;
    private const int Requests = 256;

    /// <summary>One call in so many says how it went.</summary>
    private const int Feedback = 16;

    private static readonly LlmTask[] Tasks = [LlmTask.Chat, LlmTask.Code, LlmTask.Summarization, LlmTask.Reasoning];
    private static readonly string[] Tenants = ["north", "south", "west"];

    private readonly ModelInfo[] _models = [.. Enumerable.Range(0, Models).Select(Model)];
    private readonly ModelHealth _health = new();
    private readonly LlmRouter _router;
    private readonly Random _random = new(1);

    public RoutingLoad()
    {
        foreach (ModelInfo model in _models)
        {
            for (int call = 0; call < 10; call++)
            {
                _health.TryBegin(model)!.Succeed(TimeSpan.FromSeconds(1 + _random.NextDouble()));
            }
        }

        var test = new AbTest { Name = "benchmark", ControlModelId = _models[0].Id, TreatmentModelId = _models[1].Id };
        var options = new LlmRouterOptions { AbTest = test, TextQuality = TrainOnText() };
        _router = new LlmRouter(new ModelCatalog(_models), options, _health, random: new Random(2));
        for (int outcome = 0; outcome < 1_000; outcome++)
        {
            Report(outcome);
        }
    }

    /// <summary>Decisions alone.</summary>
    public BenchmarkCase Decide(string name, RoutingStrategy strategy) => Decide(name, number => Request(number) with { Strategy = strategy });

    /// <summary>Decisions by the default strategy, and an outcome after every sixteenth.</summary>
    public BenchmarkCase DecideAndLearn(string name)
    {
        RouteRequest[] requests = [.. Enumerable.Range(0, Requests).Select(Request)];
        return new BenchmarkCase(name, count =>
        {
            for (int call = 0; call < count; call++)
            {
                _router.Route(requests[call % Requests]);
                if (call % Feedback == 0)
                {
                    Report(call);
                }
            }
        });
    }

    /// <summary>Decisions about thousands of different requests, while calls are under way and every sixteenth says how it went.</summary>
    public BenchmarkCase Traffic(string name, RoutingStrategy strategy)
    {
        var traffic = new RoutingTraffic(_router, _health, number => Request(number) with { Strategy = strategy });
        return new BenchmarkCase(name, count =>
        {
            for (int call = 0; call < count; call++)
            {
                traffic.Decide();
                if (call % Feedback == 0)
                {
                    Report(call);
                }
            }
        });
    }

    /// <summary>Decisions by what was learned of texts.</summary>
    public BenchmarkCase Read(string name) => Decide(name, number => Request(number) with { Text = Text(number).AsMemory() });

    /// <summary>What one writes without a router: a filter and an order, from scratch for each request.</summary>
    public BenchmarkCase Query(string name)
    {
        RouteRequest[] requests = [.. Enumerable.Range(0, Requests).Select(Request)];
        return new BenchmarkCase(name, count =>
        {
            for (int call = 0; call < count; call++)
            {
                RouteRequest request = requests[call % Requests];
                _ = _models
                    .Where(model => model.ContextWindow >= request.InputTokens + request.MaxOutputTokens)
                    .OrderByDescending(model => (0.4 * model.Priority) - (0.2 * (double)(model.InputPricePerMillion!.Value * request.InputTokens / 1_000_000m)))
                    .ToArray();
            }
        });
    }

    private BenchmarkCase Decide(string name, Func<int, RouteRequest> request)
    {
        RouteRequest[] requests = [.. Enumerable.Range(0, Requests).Select(request)];
        return new BenchmarkCase(name, count =>
        {
            for (int call = 0; call < count; call++)
            {
                _router.Route(requests[call % Requests]);
            }
        });
    }

    private void Report(int number) => _router.ReportOutcome(
        _models[_random.Next(Models)].Id, Tasks[number % Tasks.Length], new ModelOutcome(_random.NextDouble() < 0.8), Tenants[number % Tenants.Length]);

    private static RouteRequest Request(int number) => new()
    {
        Task = Tasks[number % Tasks.Length],
        Tenant = Tenants[number % Tenants.Length],
        InputTokens = 200 + (number * 37 % 6_000),
        MaxOutputTokens = 500,
    };

    private static ModelInfo Model(int number) => new()
    {
        Id = $"model-{number}",
        Provider = "example",
        ContextWindow = 8_000 << (number % 3),
        MaxOutputTokens = 4_000,
        InputPricePerMillion = 0.25m * (number + 1),
        OutputPricePerMillion = 1m * (number + 1),
        Priority = number / 10.0,
    };

    private TextQualityModel TrainOnText() => TextQualityModel.Train(
        [.. Enumerable.Range(0, 2_000).Select(number => new RoutingExample(Text(number), _models.ToDictionary(model => model.Id, _ => _random.NextDouble())))]);

    // Forty words of five thousand, about as many of each as of words in a language.
    private static string Text(int number)
    {
        var random = new Random(number);
        return string.Join(' ', Enumerable.Range(0, 40).Select(_ => "word" + (int)Math.Pow(5_000, random.NextDouble())));
    }
}
