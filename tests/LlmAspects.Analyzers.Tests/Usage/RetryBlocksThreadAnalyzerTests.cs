using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Usage.RetryBlocksThreadAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Usage;

public class RetryBlocksThreadAnalyzerTests
{
    [Theory]
    [InlineData("RetryWithBackoff", "600")]
    [InlineData("RetryWithBackoff(MaxAttempts = 2)", "200")]
    [InlineData("RetryWithBackoff(MaxAttempts = 4, Factor = 10, BaseDelayMilliseconds = 10)", "1110")]
    [InlineData("RetryWithBackoff(MaxAttempts = 4, MaximumDelayMilliseconds = 300)", "800")]
    public Task SynchronousMethod_IsReportedWithItsLongestWait(string attribute, string wait) => Verify.VerifyMessageAsync(
        $$"""
        public partial class Client
        {
            [ErrorContext, {|#0:{{attribute}}|}] public partial string? Ask(string question);
            private string? AskCore(string question) => question;
        }
        """,
        $"'Ask' blocks its thread for up to {wait} ms when its attempts fail; return Task or ValueTask, or set BaseDelayMilliseconds to 0");

    [Fact]
    public Task MethodWithoutResult_IsReported() => Verify.VerifyAsync("""
        public partial class Client
        {
            [{|LLMA3001:RetryWithBackoff|}] public static partial void Send();
            private static void SendCore() { }
        }
        """);

    [Theory]
    [InlineData("Task")]
    [InlineData("Task<int>")]
    [InlineData("ValueTask")]
    [InlineData("ValueTask<int>")]
    [InlineData("IAsyncEnumerable<int>")]
    public Task AsynchronousMethod_IsNotReported(string type) => Verify.VerifyAsync($$"""
        public partial class Client
        {
            [RetryWithBackoff] public partial {{type}} AskAsync();
            private {{type}} AskCoreAsync() => throw new TimeoutException();
        }
        """);

    [Fact]
    public Task MethodWithoutDelayOrRetry_IsNotReported() => Verify.VerifyAsync("""
        public partial class Client
        {
            [RetryWithBackoff(BaseDelayMilliseconds = 0)] public partial int Ask();
            [ErrorContext, TracePerformance] public partial void Send();
            private int AskCore() => 1;
            private void SendCore() { }
        }
        """);

    [Fact]
    public Task MethodThatCannotBeExpanded_IsNotReported() => Verify.VerifyBesideCompilerErrorsAsync("""
        public partial class Client
        {
            [RetryWithBackoff] public partial int Ask();
            [RetryWithBackoff] public partial int Read(ref int position);
            private int ReadCore(ref int position) => position;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public partial class Client
        {
        #pragma warning disable LLMA3001
            [RetryWithBackoff] public partial int Ask();
        #pragma warning restore LLMA3001
            private int AskCore() => 1;
        }
        """);
}
