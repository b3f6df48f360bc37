using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.FailedResultLeadsNowhereAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class FailedResultLeadsNowhereAnalyzerTests
{
    private const string Answer = """
        public sealed record Answer(string Text, bool IsError, bool? IsFatal, Failure? Error, [property: Redact] string Marked);
        public sealed record Failure(string Code, string ApiKey);
        """;

    [Fact]
    public Task PathToAnotherType_IsExplained() => Verify.VerifyMessageAsync(
        Answer + """
        public partial class Client
        {
            [TracePerformance({|#0:FailedWhen = "{result.Text}"|})] public partial Answer Ask();
            private Answer AskCore() => null!;
        }
        """,
        "'FailedWhen' is ignored: it is of type 'string'; lead to a bool");

    [Theory]
    [InlineData("""{|LLMA2025:FailedWhen = "{flag}"|}""")]
    [InlineData("""{|LLMA2025:FailedWhen = "{this.Flag}"|}""")]
    [InlineData("""{|LLMA2025:FailedWhen = "{result.Missing}"|}""")]
    [InlineData("""{|LLMA2025:FailedWhen = "result.IsError"|}""")]
    [InlineData("""{|LLMA2025:FailedWhen = ""|}""")]
    [InlineData("""{|LLMA2025:ErrorTypeFrom = "{result.Text}"|}""")]
    [InlineData("""FailedWhen = "{result.IsError}", {|LLMA2025:ErrorTypeFrom = "{result.Marked}"|}""")]
    [InlineData("""FailedWhen = "{result.IsError}", {|LLMA2025:ErrorTypeFrom = "{result.Error.ApiKey}"|}""")]
    [InlineData("""{|LLMA2025:FailedWhen = "{result.Text}"|}, {|LLMA2025:ErrorTypeFrom = "{result.Error.Code}"|}""")]
    public Task PathThatCannotBeUsed_IsReported(string options) => Verify.VerifyAsync(Answer + $$"""
        public partial class Client
        {
            public bool Flag { get; set; }
            [TracePerformance({{options}})] public partial Task<Answer> Ask(bool flag);
            private Task<Answer> AskCore(bool flag) => null!;
        }
        """);

    [Theory]
    [InlineData("void")]
    [InlineData("Task")]
    [InlineData("IAsyncEnumerable<bool>")]
    [InlineData("IEnumerable<bool>")]
    public Task MethodWithoutAResult_IsReported(string type) => Verify.VerifyAsync($$"""
        public partial class Client
        {
            [TracePerformance({|LLMA2025:FailedWhen = "{result}"|})] public partial {{type}} Ask();
            private {{type}} AskCore() => throw null!;
        }
        """);

    [Fact]
    public Task PathsOfTheResult_AreLeftAlone() => Verify.VerifyAsync(Answer + """
        public partial class Client
        {
            [TracePerformance(FailedWhen = "{result.IsError}", ErrorTypeFrom = "{result.Error.Code}")] public partial ValueTask<Answer> Ask();
            private ValueTask<Answer> AskCore() => default;
            [TracePerformance(FailedWhen = "{result.IsFatal}")] public partial Answer Last { get; set; }
            private Answer GetLastCore() => null!;
            private void SetLastCore(Answer value) { }
            [TracePerformance(FailedWhen = "{result}")] public partial bool Check();
            private bool CheckCore() => true;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public partial class Client
        {
        #pragma warning disable LLMA2025
            [TracePerformance(FailedWhen = "{result}")] public partial int Ask();
        #pragma warning restore LLMA2025
            private int AskCore() => 1;
        }
        """);
}
