using LlmAspects.Components.Prompting;
using LlmAspects.Components.Prompting.Optimization;
using LlmAspects.Tracing;

namespace LlmAspects.Components.Tests.Prompting.Optimization;

public class QueryOptimizerTests
{
    private readonly QueryOptimizer _trusting = OptimizerSamples.Trusting();

    [Theory]
    [InlineData("Explain how a lighthouse works.", "Explain how a lighthouse works.\n\nGive one concrete example.")]
    [InlineData("circuit breaker", "circuit breaker\n\nSay what the terms mean, and what the answer depends on.")]
    [InlineData("Why does it crash?", "Why does it crash?\n\nIf it is not clear what this request refers to, ask before you answer.")]
    [InlineData("What is a tide? Why are there two a day?", "What is a tide? Why are there two a day?\n\nAnswer each part in turn, under a number of its own.")]
    [InlineData("Write a story about a fox", "Write a story about a fox\n\nUse at most 300 words.")]
    [InlineData("Hi, could you please tell me why the sea is salty? Thanks in advance!", "Tell me why the sea is salty?")]
    [InlineData("  i want you to list the planets. Thank you.  ", "  list the planets.  ")]
    [InlineData("Describe tides. Describe storms. Describe fog.", "Describe tides. Describe storms. Describe fog.\n\nAnswer each part in turn, under a number of its own.\nGive one concrete example.")]
    public void TrustedStrategies_ChangeTheQuery(string query, string expected) => _trusting.Optimize(query).Optimized.ShouldBe(expected);

    // Nothing is put in the place of a word, no white space is touched, and what reads like filler in the matter itself stays.
    [Theory]
    [InlineData("What  makes a good\t\tbridge   last?")]
    [InlineData("Is the answer in the box?")]
    [InlineData("Translate: could you please help me? Thanks.")]
    [InlineData("Translate good morning, thank you into German.")]
    [InlineData("Which words does \"Hi, could you please\" have?")]
    [InlineData("Hello, world")]
    public void EverythingElse_StaysAsItIs(string query) => _trusting.Optimize(query).Optimized.ShouldBeSameAs(query);

    [Fact]
    public void WithoutEvidence_ItSuggestsAndChangesNothing()
    {
        OptimizedQuery result = new QueryOptimizer().Optimize(OptimizerSamples.Explanation);

        result.Optimized.ShouldBeSameAs(OptimizerSamples.Explanation);
        result.Improvements.ShouldBeEmpty();
        QuerySuggestion suggestion = result.Suggestions.ShouldHaveSingleItem();
        (suggestion.Strategy, suggestion.Feature, suggestion.Gain).ShouldBe((OptimizationStrategy.Exemplification, QueryFeature.NoExample, null));
        suggestion.Reason.ShouldBe("There are too few reports of its gain.");
        (result.Confidence, result.EstimatedGain).ShouldBe((null, null));
    }

    [Fact]
    public void AcceptedSuggestion_IsDone()
    {
        OptimizedQuery result = new QueryOptimizer().Optimize(new OptimizationRequest(OptimizerSamples.Explanation) { Accepted = [OptimizationStrategy.Exemplification] });

        QueryEdit edit = result.Improvements.ShouldHaveSingleItem();
        edit.ShouldBe(new QueryEdit(
            OptimizationStrategy.Exemplification, QueryFeature.NoExample, 31, 31, "", "\n\nGive one concrete example.", "The suggestion was accepted.", null));
        result.Suggestions.ShouldBeEmpty();
    }

    [Fact]
    public void Background_IsAddedWhereItIsMissing()
    {
        var request = new OptimizationRequest("Write a function that reverses a list") { Background = "The code is C# 14.", Accepted = [OptimizationStrategy.ContextAddition] };
        new QueryOptimizer().Optimize(request).Optimized.ShouldBe("Write a function that reverses a list\n\nBackground: The code is C# 14.");
        new QueryOptimizer().Optimize(request with { Query = "Write a function in Python" }).Improvements.ShouldBeEmpty();
    }

    [Fact]
    public void WithoutBackground_NothingIsInvented()
    {
        OptimizedQuery result = _trusting.Optimize("Write a function that reverses a list");
        result.Optimized.ShouldBeSameAs(result.Original);
        result.Suggestions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static suggestion => suggestion.Text.ShouldBe("Name the programming language."),
            static suggestion => suggestion.Reason.ShouldContain("Background"));
    }

    [Fact]
    public void OpenCodeBlock_GetsNoSentence()
    {
        string query = "Explain how this works\n```\nint x = 1;";
        OptimizedQuery result = _trusting.Optimize(query);
        result.Optimized.ShouldBeSameAs(query);
        result.Suggestions.ShouldHaveSingleItem().Reason.ShouldBe("The query ends in an open code block.");
        _trusting.Optimize(query + "\n```").Improvements.ShouldHaveSingleItem();
    }

    [Fact]
    public void Edits_StandWhereTheySay()
    {
        OptimizedQuery result = _trusting.Optimize("Hello, could you please explain tides to me? Many thanks!");

        result.Improvements.Select(static edit => (edit.Start, edit.OptimizedStart, edit.Removed, edit.Inserted)).ShouldBe(
        [
            (0, 0, "Hello, could you please e", "E"),
            (44, 20, " Many thanks!", ""),
            (57, 20, "", "\n\nGive one concrete example."),
        ]);
        result.Revert().ShouldBe(result.Original);
    }

    [Fact]
    public void ForeignEdits_AreRefused()
    {
        OptimizedQuery result = _trusting.Optimize(OptimizerSamples.Explanation);
        Should.Throw<ArgumentException>(() => OptimizedQuery.Revert("another text", result.Improvements));
        Should.Throw<ArgumentException>(() => OptimizedQuery.Revert(result.Optimized + " ", [.. result.Improvements, .. result.Improvements]));
    }

    [Fact]
    public void GivenTask_IsKept() =>
        _trusting.Optimize(new OptimizationRequest("The lamp went out and somebody laughed") { Task = LlmTask.Generation }).Optimized.ShouldEndWith("\n\nUse at most 300 words.");

    [Fact]
    public void Constraints_AreTheProgramsOwn()
    {
        var optimizer = new QueryOptimizer(new QueryOptimizerOptions
        {
            Trusted = [OptimizationStrategy.ConstraintSpecification],
            Constraints = new Dictionary<LlmTask, string> { [LlmTask.Generation] = "Write as the house does." },
        });
        optimizer.Optimize("Write a story about a fox").Optimized.ShouldEndWith("\n\nWrite as the house does.");
        optimizer.Optimize("Compare wind and solar power").ShouldSatisfyAllConditions(static result => result.Improvements.ShouldBeEmpty(), static result => result.Suggestions.ShouldBeEmpty());
    }

    [Fact]
    public void Batch_KeepsTheOrder()
    {
        IReadOnlyList<OptimizedQuery> results = _trusting.OptimizeBatch([new OptimizationRequest("circuit breaker"), new OptimizationRequest(OptimizerSamples.Explanation)]);
        results.Select(static result => result.Improvements.Single().Strategy).ShouldBe([OptimizationStrategy.Expansion, OptimizationStrategy.Exemplification]);
    }

    [Fact]
    public void CancelledBatch_Ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => _trusting.OptimizeBatch([new OptimizationRequest("q")], source.Token));
        _trusting.GetStatistics().Queries.ShouldBe(0);
    }

    [Fact]
    public void History_IsARingWithoutContent()
    {
        var clock = OptimizerSamples.Clock();
        var optimizer = new QueryOptimizer(timeProvider: clock);
        for (int i = 0; i < 10_003; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            optimizer.Optimize("zzz", i % 2 == 0 ? "even" : "odd");
        }

        DateTimeOffset start = OptimizerSamples.Clock().GetUtcNow();
        IReadOnlyList<OptimizationRecord> even = optimizer.GetHistory("even");
        IReadOnlyList<OptimizationRecord> odd = optimizer.GetHistory("odd");
        (even.Count, odd.Count, optimizer.GetStatistics().History).ShouldBe((5_000, 5_000, 10_000));
        odd[0].At.ShouldBe(start.AddSeconds(4));
        even[^1].ShouldBe(new OptimizationRecord(start.AddSeconds(10_003), "even", LlmTask.General, 3, even[^1].Applied, even[^1].Suggested));
        even[^1].Suggested.ShouldBe([OptimizationStrategy.Expansion]);
        even.Select(static record => record.At).ShouldBeInOrder();
        optimizer.GetHistory().ShouldBeEmpty();
    }

    [Fact]
    public void Statistics_CountWhatWasDone()
    {
        OptimizedQuery changed = _trusting.Optimize(OptimizerSamples.Explanation);
        OptimizedQuery same = _trusting.Optimize("Write a function that reverses a list");
        _trusting.Optimize("東京");
        _trusting.ReportQuality(changed, 0.8);
        _trusting.ReportQuality(same, 0.4);

        OptimizerStatistics statistics = _trusting.GetStatistics();

        (statistics.Queries, statistics.Changed, statistics.Abstained, statistics.Reports, statistics.Patterns).ShouldBe((3, 1, 1, 2, 2));
        statistics.Applied.ShouldBe(new Dictionary<OptimizationStrategy, long> { [OptimizationStrategy.Exemplification] = 1 });
        statistics.Suggested.ShouldBe(new Dictionary<OptimizationStrategy, long> { [OptimizationStrategy.ContextAddition] = 1 });
        (statistics.ChangedQuality, statistics.UnchangedQuality).ShouldBe((0.8, 0.4));
    }

    [Fact]
    public void Operations_AreTraced()
    {
        _trusting.Optimize("q");
        PerformanceTracer.Shared.GetStats("query_optimizer", "optimize").ShouldNotBeNull().Count.ShouldBeGreaterThan(0);
    }
}
