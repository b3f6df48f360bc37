using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Target.HookCannotBeBoundAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Target;

public class HookCannotBeBoundAnalyzerTests
{
    private const string Allowed = "a hook takes an AspectCall, arguments by their names, 'instance', in OnSuccess 'result' and in OnError an Exception";

    [Theory]
    [InlineData("public void OnEnter(string model) { }", "'OnEnter' of 'Audit' takes 'model', which is no parameter of the method; " + Allowed)]
    [InlineData("public void OnEnter(int result) { }", "'OnEnter' of 'Audit' takes 'result', which is no parameter of the method; " + Allowed)]
    [InlineData("public void OnExit(Exception error) { }", "'OnExit' of 'Audit' takes 'error', which is no parameter of the method; " + Allowed)]
    [InlineData("public void OnError(FormatException error) { }", "'OnError' of 'Audit' takes 'error', which is no parameter of the method; " + Allowed)]
    [InlineData("public void OnEnter(int text) { }", "'OnEnter' of 'Audit' takes 'text' as 'int', to which 'string' does not convert")]
    [InlineData("public void OnEnter(int text = 1) { }", "'OnEnter' of 'Audit' takes 'text' as 'int', to which 'string' does not convert")]
    [InlineData("public void OnSuccess(string result) { }", "'OnSuccess' of 'Audit' takes 'result' as 'string', to which 'int' does not convert")]
    [InlineData("public void OnSuccess<T>(T result) where T : class { }", "'OnSuccess' of 'Audit' is generic, and 'int' does not satisfy the constraints of 'T'")]
    [InlineData("public void OnSuccess<T>(T result) where T : Exception { }", "'OnSuccess' of 'Audit' is generic, and 'int' does not satisfy the constraints of 'T'")]
    [InlineData("public void OnEnter<T>(T text) where T : new() { }", "'OnEnter' of 'Audit' is generic, and 'string' does not satisfy the constraints of 'T'")]
    [InlineData("public void OnEnter<T>(List<T> text) { }", "'OnEnter' of 'Audit' takes 'text' as 'List<T>'; a type parameter of a hook stands alone")]
    [InlineData("public void OnEnter<T>() { }", "'OnEnter' of 'Audit' has a type parameter 'T' that is not the type of exactly one parameter")]
    [InlineData("public void OnSuccess<T>(T result, T number) { }", "'OnSuccess' of 'Audit' has a type parameter 'T' that is not the type of exactly one parameter")]
    [InlineData("public void OnEnter(ref string text) { }", "'OnEnter' of 'Audit' takes 'text' by reference; a hook takes values, or 'in'")]
    [InlineData("public void OnEnter(object instance) { }", "'OnEnter' of 'Audit' takes 'instance', but the method is static")]
    [InlineData("public void OnEnter(long number) { }", "'OnEnter' of 'Audit' takes 'number', an out argument that has a value only in OnSuccess of a method that returns no task")]
    [InlineData("public bool OnEnter() => true;", "'OnEnter' of 'Audit' returns 'bool'; a hook returns void or ValueTask")]
    [InlineData("public Task OnExit() => null!;", "'OnExit' of 'Audit' returns 'Task'; a hook returns void or ValueTask")]
    [InlineData("public async void OnEnter() { await Task.Yield(); }", "'OnEnter' of 'Audit' is async void, whose end nobody sees; return ValueTask")]
    [InlineData("void OnEnter() { }", "'OnEnter' of 'Audit' is not accessible from 'Router'; make it public")]
    [InlineData("public void OnEnter(string text) { } public void OnEnter(object text) { }", "several overloads of 'OnEnter' of 'Audit' fit; keep one of them")]
    [InlineData("public void OnEnter() { } public required int Number { get; set; }", "'Audit' has required members, which nothing sets; give them values in a constructor")]
    public Task HookThatDoesNotFit_IsExplained(string hook, string reason) => Verify.VerifyMessageAsync(
        $$"""
        public struct Audit
        {
            {{hook}}
        }
        public partial class Router
        {
            [Aspect<Audit>] public static partial int {|#0:Ask|}(string text, out int number);
            private static int AskCore(string text, out int number) => number = text.Length;
        }
        """,
        "'Ask' cannot have the aspect: " + reason);

    [Theory]
    [InlineData("IAsyncEnumerable<int> Ask(string text)", "OnSuccess(int result)", "'OnSuccess' of 'Audit' takes 'result', but a stream has none")]
    [InlineData("Task Ask(string text)", "OnSuccess(int result)", "'OnSuccess' of 'Audit' takes 'result', but the method has none")]
    [InlineData("Task Ask(ReadOnlySpan<char> text)", "OnExit(ReadOnlySpan<char> text)", "'OnExit' of 'Audit' takes 'text', a ref struct or pointer that cannot be kept until then; take it in OnEnter")]
    [InlineData("IAsyncEnumerable<int> Ask(ReadOnlySpan<char> text)", "OnEnter(ReadOnlySpan<char> text)", "'OnEnter' of 'Audit' takes 'text', a ref struct or pointer that cannot be kept until then")]
    [InlineData("Task Ask(out int text)", "OnSuccess(int text)", "'OnSuccess' of 'Audit' takes 'text', an out argument that has a value only in OnSuccess of a method that returns no task")]
    [InlineData("Task? Ask(string text)", "OnEnter()", "a task or stream that may be null cannot be followed; declare it not null")]
    [InlineData("IEnumerable<int> Ask(string text)", "OnEnter()", "the call of a sequence goes on after the method returned; return a collection or IAsyncEnumerable<T>")]
    public Task MethodThatDoesNotFit_IsExplained(string method, string hook, string reason) => Verify.VerifyMessageAsync(
        $$"""
        public struct Audit
        {
            public void {{hook}} { }
        }
        public partial class Router
        {
            [ErrorContext, Aspect<Audit>] public partial {{method.Replace("Ask", "{|#0:Ask|}", StringComparison.Ordinal)}};
        }
        """,
        "'Ask' cannot have the aspect: " + reason);

    [Fact]
    public Task UnsafeTask_IsExplained() => Verify.VerifyMessageAsync(
        """
        public struct Audit
        {
            public void OnExit() { }
        }
        public partial class Router
        {
            [Aspect<Audit>] public unsafe partial Task {|#0:Ask|}(int* number);
        }
        """,
        "'Ask' cannot have the aspect: nothing can be awaited in an unsafe context; leave 'unsafe' and pointers out of the signature");

    [Fact]
    public Task InstanceOfRefStruct_CannotBeKept() => Verify.VerifyMessageAsync(
        """
        public struct Audit
        {
            public void OnExit(Router instance) { }
        }
        public ref partial struct Router
        {
            [Aspect<Audit>] public partial Task {|#0:Ask|}();
        }
        """,
        "'Ask' cannot have the aspect: 'OnExit' of 'Audit' takes 'instance', a ref struct that cannot be kept until the call ends");

    [Fact]
    public Task FileLocalStruct_IsExplained() => Verify.VerifyMessageAsync(
        """
        file struct Audit
        {
            public void OnExit() { }
        }
        public partial class Router
        {
            [Aspect<Audit>] public partial void {|#0:Ask|}();
        }
        """,
        "'Ask' cannot have the aspect: generated code cannot name the file-local 'Audit'; make it internal");

    [Fact]
    public Task ValidHooks_AreNotReported() => Verify.VerifyAsync("""
        public struct Audit
        {
            public void OnEnter(in AspectCall call, IComparable text, object instance, CancellationToken token = default) { }
            public void OnSuccess(long number) { }
            public void OnSuccess(long number, int result) { }
            public void OnSuccess<T>(long number, in T result, string text) where T : struct, IComparable, allows ref struct { }
            public void OnError(Exception anything, string text) { }
            public static void OnExit() { }
            private void Other(int unknown) { }
        }
        public partial class Router
        {
            private struct Within
            {
                internal void OnEnter(string text) { }
            }
            [Aspect<Audit>, Aspect<Within>] public partial int Ask(string text, out int number);
            private int AskCore(string text, out int number) => number = text.Length;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public struct Audit
        {
            public void OnEnter(int model) { }
        }
        public partial class Router
        {
        #pragma warning disable LLMA0009
            [Aspect<Audit>] public partial int Ask();
        #pragma warning restore LLMA0009
        }
        """);
}
