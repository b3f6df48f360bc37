using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.MetricTagIsUnboundedAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class MetricTagIsUnboundedAnalyzerTests
{
    [Theory]
    [InlineData("string")]
    [InlineData("int")]
    [InlineData("int?")]
    [InlineData("object")]
    public Task UnboundedType_IsReported(string type) => Verify.VerifyMessageAsync(
        Source(type, "{|#0:Tag(\"the.value\", \"{value}\", Metric = true)|}"),
        $"The metric tag 'the.value' has the type '{type}', which is unbounded: use an enum or a bool, or remove Metric");

    [Theory]
    [InlineData("bool")]
    [InlineData("bool?")]
    [InlineData("DayOfWeek")]
    [InlineData("DayOfWeek?")]
    public Task BoundedType_IsNotReported(string type) => Verify.VerifyAsync(Source(type, "Tag(\"the.value\", \"{value}\", Metric = true)"));

    [Fact]
    public Task TagWithoutMetric_IsNotReported() => Verify.VerifyAsync(Source("string", "Tag(\"the.value\", \"{value}\")"));

    private static string Source(string type, string tag) => $$"""
        public partial class Router
        {
            [{{tag}}]
            [ErrorContext] public partial int Ask({{type}} value);
            private int AskCore({{type}} value) => 1;
        }
        """;
}
