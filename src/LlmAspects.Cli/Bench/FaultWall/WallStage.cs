namespace LlmAspects.Cli.Bench.FaultWall;

/// <summary>One scenario on the wall, with the log of what came. Thread-safe. Handlers of a former scenario keep their own.</summary>
internal sealed class WallStage(FailoverScenario scenario, BenchTimes times, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<WallAttempt> _attempts = [];
    private readonly long _started = time.GetTimestamp();

    public BenchTimes Times => times;

    /// <summary>The time since the scenario began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    /// <summary>Every request to the two models, in order.</summary>
    public IReadOnlyList<WallAttempt> Attempts
    {
        get
        {
            lock (_gate)
            {
                return [.. _attempts];
            }
        }
    }

    /// <summary>Takes a request into the log and says what is played; <see langword="null"/> for a model that does not exist.</summary>
    public WallRule? Admit(WallRequest request)
    {
        IReadOnlyList<WallRule>? rules = request.Model switch
        {
            WallModels.Primary => scenario.Primary,
            WallModels.Backup => scenario.Backup,
            WallModels.Healthy => [],
            _ => null,
        };
        if (rules is null)
        {
            return null;
        }

        lock (_gate)
        {
            TimeSpan now = Elapsed;
            WallRule rule = WallRule.Choose(rules, condition => condition switch
            {
                WallCondition.FirstTry => _attempts.TrueForAll(attempt => attempt.Model != request.Model),
                WallCondition.Outage => now < times.Of(scenario.Outage),
                WallCondition.Continuation => request.Prefill is not null,
                _ => true,
            });
            if (request.Model != WallModels.Healthy)
            {
                _attempts.Add(new WallAttempt(request.Model, now, request.PromptTokens, rule.On == WallCondition.Continuation && rule.Play == WallPlay.Error));
            }

            return rule;
        }
    }
}
