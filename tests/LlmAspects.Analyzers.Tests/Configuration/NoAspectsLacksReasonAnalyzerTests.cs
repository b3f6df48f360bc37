using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.NoAspectsLacksReasonAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class NoAspectsLacksReasonAnalyzerTests
{
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("null!")]
    [InlineData("reason: \"\"")]
    public Task BlankReason_IsReported(string reason) => Verify.VerifyMessageAsync(
        $$"""
        public class Client
        {
            [{|#0:NoAspects({{reason}})|}] public int Count() => 1;
        }
        """,
        "Say in [NoAspects] why 'Count' needs no error context and no trace; the next developer will ask");

    [Fact]
    public Task Reason_IsNotReported() => Verify.VerifyAsync("""
        public class Client
        {
            [NoAspects("Takes no time.")] public int Count() => 1;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public class Client
        {
        #pragma warning disable LLMA2006
            [NoAspects("")] public int Count() => 1;
        #pragma warning restore LLMA2006
        }
        """);
}
