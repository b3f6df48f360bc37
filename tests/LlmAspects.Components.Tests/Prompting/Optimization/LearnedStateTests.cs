using System.Text.Json;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Prompting.Optimization;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Prompting.Optimization;

public class LearnedStateTests
{
    private readonly FakeTimeProvider _clock = OptimizerSamples.Clock();
    private readonly QueryOptimizer _optimizer;

    public LearnedStateTests()
    {
        _optimizer = new QueryOptimizer(timeProvider: _clock);
        _optimizer.ReportQuality(_optimizer.Optimize(new OptimizationRequest(OptimizerSamples.Explanation) { Accepted = [OptimizationStrategy.Exemplification] }), 0.75);
        _optimizer.ReportQuality(_optimizer.Optimize(OptimizerSamples.Explanation), 0.25);
        _optimizer.ReportQuality(_optimizer.Optimize("circuit breaker"), 0.5);
    }

    [Fact]
    public void ImportedState_IsTheExportedOne()
    {
        string json = _optimizer.ExportLearned();
        var other = new QueryOptimizer(timeProvider: _clock);

        other.ImportLearned(json).ShouldBe(2);

        other.ExportLearned().ShouldBe(json);
        other.GetPatterns().ShouldBe(_optimizer.GetPatterns());
    }

    [Fact]
    public void Export_HoldsNoContentAndNoTenant()
    {
        _optimizer.ReportQuality(_optimizer.Optimize("secretword breaker", "north"), 0.5);
        string json = _optimizer.ExportLearned("north");
        json.ShouldNotContain("secretword");
        json.ShouldNotContain("north");
        JsonElement root = JsonElement.Parse(json);
        (root.GetProperty("format").GetString(), root.GetProperty("version").GetInt32(), root.GetProperty("patterns").GetArrayLength()).ShouldBe(("llmaspects.query_optimizer", 1, 1));
    }

    [Fact]
    public void Import_ReplacesItsTenantOnly()
    {
        var other = new QueryOptimizer(timeProvider: _clock);
        other.ReportQuality(other.Optimize("Write a story about a fox"), 1);
        other.ReportQuality(other.Optimize("Write a story about a fox", "north"), 1);

        other.ImportLearned(_optimizer.ExportLearned(), "north");

        other.GetPatterns("north").Select(static pattern => pattern.Strategy).ShouldBe([OptimizationStrategy.Expansion, OptimizationStrategy.Exemplification], ignoreOrder: true);
        other.GetPatterns().ShouldHaveSingleItem().Strategy.ShouldBe(OptimizationStrategy.ConstraintSpecification);
        other.GetStatistics().Patterns.ShouldBe(3);
    }

    [Fact]
    public void AgeOfAFile_FadesIt()
    {
        string json = _optimizer.ExportLearned();
        _clock.Advance(TimeSpan.FromDays(30));
        var other = new QueryOptimizer(timeProvider: _clock);
        other.ImportLearned(json);
        other.GetPatterns().Single(static pattern => pattern.Strategy == OptimizationStrategy.Exemplification).Changed.ShouldBe(0.5, 1e-9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":"other","version":1}""")]
    [InlineData("""{"format":"llmaspects.query_optimizer"}""")]
    [InlineData("""{"format":"llmaspects.query_optimizer","version":0}""")]
    [InlineData("""{"format":"llmaspects.query_optimizer","version":1}""")]
    [InlineData("""{"format":"llmaspects.query_optimizer","version":1,"exported_at":"2030-01-01T00:00:00Z","patterns":null}""")]
    [InlineData("""{"format":"llmaspects.query_optimizer","version":1,"exported_at":"2030-01-01T00:00:00Z","patterns":[null]}""")]
    [InlineData("""{"format":"llmaspects.query_optimizer","version":1,"exported_at":"2030-01-01T00:00:00Z","patterns":[],"more":1}""")]
    public void OtherText_IsRefused(string json) => CodeOf(json).ShouldBe("optimizer_state_invalid");

    [Theory]
    [InlineData("\"Exemplification\"", "\"Cooking\"")]
    [InlineData("\"Exemplification\"", "99")]
    [InlineData("0.75", "1.5")]
    [InlineData("0.75", "-1")]
    [InlineData("\"Expansion\"", "\"Exemplification\"", "\"Terse\"", "\"NoExample\"", "\"General\"", "\"QuestionAnswering\"")]
    public void ChangedText_IsRefused(params string[] replacements)
    {
        string json = _optimizer.ExportLearned();
        foreach (string[] pair in replacements.Chunk(2))
        {
            json.ShouldContain(pair[0]);
            json = json.Replace(pair[0], pair[1], StringComparison.Ordinal);
        }

        CodeOf(json).ShouldBe("optimizer_state_invalid");
    }

    [Fact]
    public void NewerVersion_IsNamed()
    {
        string json = """{"format":"llmaspects.query_optimizer","version":2,"whatever":true}""";
        PromptException error = Should.Throw<PromptException>(() => _optimizer.ImportLearned(json));
        error.ErrorCode.ShouldBe("optimizer_state_version");
        error.Message.ShouldContain("version 2");
    }

    [Fact]
    public void TooManyPatterns_ChangeNothing()
    {
        var small = new QueryOptimizer(new QueryOptimizerOptions { MaxPatterns = 1 }, _clock);
        small.ReportQuality(small.Optimize("Write a story about a fox"), 1);
        Should.Throw<PromptException>(() => small.ImportLearned(_optimizer.ExportLearned())).ErrorCode.ShouldBe("optimizer_state_limit");
        small.GetPatterns().ShouldHaveSingleItem().Strategy.ShouldBe(OptimizationStrategy.ConstraintSpecification);
    }

    private string CodeOf(string json)
    {
        IReadOnlyList<LearnedPattern> before = _optimizer.GetPatterns();
        string code = Should.Throw<PromptException>(() => _optimizer.ImportLearned(json)).ErrorCode;
        _optimizer.GetPatterns().ShouldBe(before);
        return code;
    }
}
