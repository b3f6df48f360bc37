using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Usage.MethodIsAsyncVoidAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Usage;

public class MethodIsAsyncVoidAnalyzerTests
{
    [Fact]
    public Task MethodBesideAnnotatedOnes_IsReported() => Verify.VerifyMessageAsync(
        """
        public partial class Client
        {
            [ErrorContext] public partial void Send();
            private void SendCore() => Start();
            private async void {|#0:Start|}() => await Task.Yield();
        }
        """,
        "Return Task from 'Start': nobody can await an async void method, its exceptions pass every aspect by and end the process");

    // Such a Core is refused besides, so the declaration has no body.
    [Fact]
    public Task CoreOfAnAnnotatedMethod_IsReported() => Verify.VerifyBesideCompilerErrorsAsync("""
        public partial class Client
        {
            [ErrorContext] public partial void Send();
            private async void {|LLMA3005:SendCore|}() => await Task.Yield();
        }
        """);

    [Fact]
    public Task MethodOfAComponent_IsReported() => Verify.VerifyAsync("""
        [LlmComponent("client")]
        public class Client
        {
            internal async void {|LLMA3005:Start|}() => await Task.Yield();
        }
        """);

    [Fact]
    public Task OtherMethods_AreNotReported() => Verify.VerifyAsync("""
        [LlmComponent("client")]
        public class Client
        {
            internal void Run() { }
            internal async Task RunAsync() => await Task.Yield();
            internal async void OnChanged(object? sender, EventArgs e) => await Task.Yield();
            internal async void OnCancelled(object sender, UnhandledExceptionEventArgs e) => await Task.Yield();
        }

        public class Plain
        {
            public async void Start() => await Task.Yield();
        }
        """);

    [Fact]
    public Task TwoParametersThatAreNoEvent_AreReported() => Verify.VerifyAsync("""
        [LlmComponent("client")]
        public class Client
        {
            internal async void {|LLMA3005:Send|}(object what, string where) => await Task.Yield();
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        [LlmComponent("client")]
        public class Client
        {
        #pragma warning disable LLMA3005
            internal async void Start() => await Task.Yield();
        #pragma warning restore LLMA3005
        }
        """);
}
