using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Target.HookCannotBeAwaitedAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Target;

public class HookCannotBeAwaitedAnalyzerTests
{
    private const string Prefix = "'Ask' cannot have the aspect: 'OnExit' of 'Budget' returns ValueTask, and ";
    private const string NoTask = "the method returns no task to await it in; return Task, Task<T>, ValueTask or ValueTask<T>, or make the hook void";

    [Theory]
    [InlineData("class", "int Ask()", NoTask)]
    [InlineData("class", "void Ask()", NoTask)]
    [InlineData("class", "Task Ask(in int a)", "'a' is passed by reference, which ends at the first await; pass it by value")]
    [InlineData("class", "ValueTask<int> Ask(int a, out int b)", "'b' is passed by reference, which ends at the first await; pass it by value")]
    [InlineData("class", "Task Ask(ReadOnlySpan<int> a)", "'a' is a ref struct or pointer, which ends at the first await; take a type such as Memory<T>")]
    [InlineData("class", "Task Ask<T>(T a) where T : allows ref struct", "'a' is a ref struct or pointer, which ends at the first await; take a type such as Memory<T>")]
    [InlineData("struct", "Task Ask()", "an instance method of a struct would go on with a copy; make it static or the type a class")]
    public Task MethodThatCannotAwait_IsExplained(string type, string method, string reason) => Verify.VerifyMessageAsync(
        $$"""
        public struct Budget
        {
            public void OnEnter() { }
            public ValueTask OnExit() => default;
        }
        public partial {{type}} Router
        {
            [Aspect<Budget>] public partial {{method.Replace("Ask", "{|#0:Ask|}", StringComparison.Ordinal)}};
        }
        """,
        Prefix + reason);

    [Fact]
    public Task MethodsThatCanAwait_AreNotReported() => Verify.VerifyAsync("""
        public struct Budget
        {
            public ValueTask OnEnter() => default;
        }
        public partial struct Router
        {
            [Aspect<Budget>] public static partial Task<int> AskAsync(int a);
            private static Task<int> AskCoreAsync(int a) => Task.FromResult(a);
            [Aspect<Budget>] public partial IAsyncEnumerable<int> StreamAsync(in int a);
            private IAsyncEnumerable<int> StreamCoreAsync(in int a) => null!;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public struct Budget
        {
            public ValueTask OnEnter() => default;
        }
        public partial class Router
        {
        #pragma warning disable LLMA0010
            [Aspect<Budget>] public partial int Ask();
        #pragma warning restore LLMA0010
        }
        """);
}
