using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.ResultCannotBeRecordedAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class ResultCannotBeRecordedAnalyzerTests
{
    [Fact]
    public Task SecretByName_IsExplained() => Verify.VerifyMessageAsync(
        """
        public partial class Settings
        {
            [TracePerformance({|#0:RecordResult = true|})] public partial Task<string> ReadApiKeyAsync();
            private Task<string> ReadApiKeyCoreAsync() => null!;
        }
        """,
        "The result of 'ReadApiKeyAsync' is not recorded: by its name the method returns a secret; mark the result with [return: Redact], or leave RecordResult out");

    [Theory]
    [InlineData("void")]
    [InlineData("Task")]
    [InlineData("ValueTask")]
    [InlineData("dynamic")]
    [InlineData("Span<int>")]
    [InlineData("unsafe int*")]
    [InlineData("IEnumerable<int>")]
    [InlineData("IAsyncEnumerator<int>")]
    public Task ResultWithoutAValue_IsReported(string type) => Verify.VerifyAsync($$"""
        public partial class Router
        {
            [TracePerformance({|LLMA2024:RecordResult = true|})] public {{(type.StartsWith("unsafe", StringComparison.Ordinal) ? "unsafe partial int*" : "partial " + type)}} Ask();
            private {{type}} AskCore() => throw null!;
        }
        """);

    [Fact]
    public Task SecretProperty_IsReported() => Verify.VerifyAsync("""
        public partial class Settings
        {
            [TracePerformance({|LLMA2024:RecordResult = true|})] public partial string Password { get; set; }
            private string GetPasswordCore() => "";
            private void SetPasswordCore(string value) { }
        }
        """);

    [Fact]
    public Task ResultsWithAValue_AreLeftAlone() => Verify.VerifyAsync("""
        [Redact] public sealed class Key;
        public partial class Settings
        {
            [TracePerformance(RecordResult = true)] public partial int Count { get; set; }
            private int GetCountCore() => 1;
            private void SetCountCore(int value) { }
            [TracePerformance(RecordResult = true)] public partial IAsyncEnumerable<string> Read();
            private IAsyncEnumerable<string> ReadCore() => null!;
            [TracePerformance(RecordResult = true)] public partial ReadOnlySpan<char> Slice();
            private ReadOnlySpan<char> SliceCore() => default;
            [TracePerformance(RecordResult = false)] public partial void Clear();
            private void ClearCore() { }
            [TracePerformance(RecordResult = true)] public partial Key ReadApiKey();
            private Key ReadApiKeyCore() => new();
            [TracePerformance(RecordResult = true)]
            [return: Redact]
            public partial string ReadPassword();
            private string ReadPasswordCore() => "";
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public partial class Router
        {
        #pragma warning disable LLMA2024
            [TracePerformance(RecordResult = true)] public partial void Ask();
        #pragma warning restore LLMA2024
            private void AskCore() { }
        }
        """);
}
