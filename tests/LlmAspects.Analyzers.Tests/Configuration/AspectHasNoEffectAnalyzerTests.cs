using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.AspectHasNoEffectAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class AspectHasNoEffectAnalyzerTests
{
    private const string Lost = "'Audit' loses what 'OnEnter' assigns, for an async method of a struct works on a copy; make the hook readonly, and assign before the first async call";

    [Theory]
    [InlineData("public void Enter() { }", "'Audit' has no hook, so the aspect does nothing; write OnEnter, OnSuccess, OnError or OnExit")]
    [InlineData("private long _started; public async ValueTask OnEnter() { _started = 1; await Task.Yield(); }", Lost)]
    public Task WithoutEffect_IsExplained(string members, string message) => Verify.VerifyMessageAsync(
        $$"""
        public struct Audit
        {
            {{members}}
        }
        public partial class Router
        {
            [{|#0:Aspect<Audit>|}, ErrorContext] public partial Task AskAsync();
            private Task AskCoreAsync() => Task.CompletedTask;
        }
        """,
        message);

    [Theory]
    [InlineData("private long _started; public readonly async ValueTask OnEnter() { await Task.Delay((int)_started); }")]
    [InlineData("private long _started; public ValueTask OnEnter() { _started = 1; return default; }")]
    [InlineData("private static long s_started; public async ValueTask OnEnter() { s_started = 1; await Task.Yield(); }")]
    public Task WithEffect_IsNotReported(string members) => Verify.VerifyAsync($$"""
        public struct Audit
        {
            {{members}}
        }
        public partial class Router
        {
            [Aspect<Audit>, ErrorContext] public partial Task AskAsync();
            private Task AskCoreAsync() => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task UnknownType_IsLeftToTheCompiler() => Verify.VerifyBesideCompilerErrorsAsync("""
        public partial class Router
        {
            [Aspect<Unknown>] public partial void Ask();
            private void AskCore() { }
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public struct Audit;
        public partial class Router
        {
        #pragma warning disable LLMA2016
            [Aspect<Audit>] public partial void Ask();
        #pragma warning restore LLMA2016
            private void AskCore() { }
        }
        """);
}
