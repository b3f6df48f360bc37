using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Usage.ExceptionIsSwallowedAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Usage;

public class ExceptionIsSwallowedAnalyzerTests
{
    [Fact]
    public Task SwallowedException_IsReported() => Verify.VerifyMessageAsync(
        """
        public partial class Client
        {
            [ErrorContext] public partial int Ask(string question);
            private int AskCore(string question)
            {
                try { return question.Length; }
                {|#0:catch|} (Exception) { return 0; }
            }
        }
        """,
        "This catch swallows every exception, so 'Ask' counts as a success when it has failed; throw, narrow the type, add a filter, or use the exception");

    [Theory]
    [InlineData("{|LLMA3004:catch|} { }")]
    [InlineData("{|LLMA3004:catch|} (Exception error) { }")]
    [InlineData("{|LLMA3004:catch|} (Exception error) { Console.WriteLine(nameof(error)); }")]
    [InlineData("catch (FormatException) { } {|LLMA3004:catch|} { return; }")]
    public Task BroadCatch_IsReported(string clauses) => Verify.VerifyAsync(MethodOf(clauses));

    [Theory]
    [InlineData("catch { throw; }")]
    [InlineData("catch (Exception error) { throw new InvalidOperationException(\"It failed.\", error); }")]
    [InlineData("catch (Exception error) { Console.WriteLine(error.Message); }")]
    [InlineData("catch (Exception) when (DateTime.MinValue.Year == 1) { }")]
    [InlineData("catch (FormatException) { }")]
    [InlineData("catch (OperationCanceledException) { }")]
    [InlineData("catch (Exception error) { if (error is FormatException) { return; } throw; }")]
    public Task CatchThatAnswers_IsNotReported(string clauses) => Verify.VerifyAsync(MethodOf(clauses));

    [Fact]
    public Task MethodWithoutAspects_IsNotReported() => Verify.VerifyAsync("""
        public partial class Client
        {
            public void Ask() { try { } catch { } }
            [ErrorContext] public partial void Send();
            private void SendCore() { }
            private void AskCore() { try { } catch { } }
        }
        """);

    [Fact]
    public Task LambdaInACore_IsReported() => Verify.VerifyAsync(MethodOf("catch (FormatException) { Action action = () => { try { } {|LLMA3004:catch|} { } }; }"));

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync(MethodOf("""

            #pragma warning disable LLMA3004
                    catch { }
            #pragma warning restore LLMA3004
            """));

    private static string MethodOf(string clauses) => $$"""
        public partial class Client
        {
            [ErrorContext] public partial void Ask();
            private void AskCore()
            {
                try { Console.WriteLine(); } {{clauses}}
            }
        }
        """;
}
