using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Target.ReturnTypeCannotBeObservedAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Target;

public class ReturnTypeCannotBeObservedAnalyzerTests
{
    private const string Awaitable = "only the creation of the awaitable would be observed; return Task, Task<T>, ValueTask or ValueTask<T>";
    private const string Reference = "a task or a stream cannot be observed through a reference; return it by value";
    private const string RefStructs = "elements that are ref structs cannot be passed on one by one; return a stream of another type";

    [Theory]
    [InlineData("Job Ask()", Awaitable)]
    [InlineData("DerivedTask Ask()", Awaitable)]
    [InlineData("T Ask<T>() where T : Task", Awaitable)]
    [InlineData("T Ask<T, U>() where T : U where U : Task", Awaitable)]
    [InlineData("ValueTask? Ask()", Awaitable)]
    [InlineData("System.Runtime.CompilerServices.ConfiguredTaskAwaitable Ask()", Awaitable)]
    [InlineData("ref Task Ask()", Reference)]
    [InlineData("ref readonly ValueTask<int> Ask()", Reference)]
    [InlineData("ref IAsyncEnumerable<int> Ask()", Reference)]
    [InlineData("ref IEnumerable<int> Ask()", Reference)]
    [InlineData("ref readonly System.Collections.IEnumerator Ask()", Reference)]
    [InlineData("ref IAsyncEnumerator<int> Ask()", Reference)]
    [InlineData("IAsyncEnumerable<T> Ask<T>() where T : allows ref struct", RefStructs)]
    [InlineData("IAsyncEnumerable<Span<int>> Ask()", RefStructs)]
    [InlineData("IEnumerable<Span<int>> Ask()", RefStructs)]
    [InlineData("IEnumerator<T> Ask<T>() where T : allows ref struct", RefStructs)]
    [InlineData("IAsyncEnumerator<Span<int>> Ask()", RefStructs)]
    public Task UnobservableReturnType_IsExplained(string declaration, string advice) => Verify.VerifyMessageAsync(
        $$"""
        public partial class Router
        {
            [ErrorContext] public partial {{declaration.Replace("Ask", "{|#0:Ask|}", StringComparison.Ordinal)}};
        }
        public sealed class DerivedTask() : Task(() => { });
        [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(object))]
        public sealed class Job
        {
            public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default;
        }
        """,
        $"The end of a call of 'Ask' cannot be observed: {advice}");

    [Theory]
    [InlineData("void")]
    [InlineData("int?")]
    [InlineData("ref int")]
    [InlineData("ref readonly int")]
    [InlineData("Span<int>")]
    [InlineData("string")]
    [InlineData("dynamic")]
    [InlineData("List<int>")]
    [InlineData("Task[]")]
    [InlineData("Task?")]
    [InlineData("Task<int>")]
    [InlineData("ValueTask")]
    [InlineData("ValueTask<int>")]
    [InlineData("IAsyncEnumerable<int>")]
    [InlineData("IAsyncEnumerator<int>")]
    [InlineData("IEnumerable<int>?")]
    [InlineData("System.Collections.IEnumerable")]
    [InlineData("IEnumerator<int>")]
    [InlineData("System.Collections.IEnumerator")]
    public Task ObservableReturnType_IsNotReported(string type) => Verify.VerifyAsync($$"""
        public partial class Router
        {
            [ErrorContext, TracePerformance] public partial {{type}} Ask(int[] numbers);
            private {{type}} AskCore(int[] numbers) => throw null!;
        }
        """);

    [Fact]
    public Task MethodThatIsNotPartialEither_IsToldAboutItsReturnTypeFirst() => Verify.VerifyAsync("""
        public class Router
        {
            [ErrorContext] public ref Task {|LLMA0005:Ask|}() => throw null!;
            public ref Task Tell() => throw null!;
        }
        """);
}
