using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Usage.TraceBlockIsNotDisposedAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Usage;

public class TraceBlockIsNotDisposedAnalyzerTests
{
    [Fact]
    public Task LostBlock_IsReported() => Verify.VerifyMessageAsync(
        """
        using LlmAspects.Tracing;
        public class Client
        {
            public void Ask() => {|#0:TraceBlock.Start("client", "ask")|};
        }
        """,
        "Write 'using' in front of this trace block: until it is disposed it has neither an end nor a duration");

    [Theory]
    [InlineData("""{|LLMA3003:TraceBlock.Start("client", "ask")|};""")]
    [InlineData("""_ = {|LLMA3003:TraceBlock.Start("client", "ask")|};""")]
    [InlineData("""var block = {|LLMA3003:TraceBlock.Start("client", "ask")|}; block.SetTag("a", 1);""")]
    [InlineData("""var block = {|LLMA3003:TraceBlock.Start("client", "ask")|}; if (block.Activity is null) { block.Fail(new Exception()); }""")]
    public Task BlockThatNobodyDisposes_IsReported(string statements) => Verify.VerifyAsync(MethodOf(statements));

    [Theory]
    [InlineData("""using var block = TraceBlock.Start("client", "ask"); block.SetTag("a", 1);""")]
    [InlineData("""using (TraceBlock.Start("client", "ask")) { }""")]
    [InlineData("""using (var block = TraceBlock.Start("client", "ask")) { block.SetTag("a", 1); }""")]
    [InlineData("""await using var block = TraceBlock.Start("client", "ask");""")]
    [InlineData("""var block = TraceBlock.Start("client", "ask"); try { } finally { block.Dispose(); }""")]
    [InlineData("""var block = TraceBlock.Start("client", "ask"); await block.DisposeAsync();""")]
    [InlineData("""var block = TraceBlock.Start("client", "ask"); using (block) { }""")]
    [InlineData("""var block = TraceBlock.Start("client", "ask"); Keep(block);""")]
    [InlineData("""Keep(TraceBlock.Start("client", "ask"));""")]
    [InlineData("""_block = TraceBlock.Start("client", "ask");""")]
    [InlineData("""TraceBlock.Start("client", "ask").Dispose();""")]
    [InlineData("""Func<TraceBlock> start = () => TraceBlock.Start("client", "ask");""")]
    public Task BlockThatIsDisposedOrHandedOn_IsNotReported(string statements) => Verify.VerifyAsync(MethodOf(statements));

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync(MethodOf("""

            #pragma warning disable LLMA3003
                    TraceBlock.Start("client", "ask");
            #pragma warning restore LLMA3003
            """));

    private static string MethodOf(string statements) => $$"""
        using LlmAspects.Tracing;
        public class Client
        {
            public TraceBlock _block;
            public async Task AskAsync()
            {
                await Task.Yield();
                {{statements}}
            }

            private static void Keep(TraceBlock block) { }
        }
        """;
}
