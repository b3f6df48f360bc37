using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Target.ReturnTypeCannotBeObservedAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Target;

public class ReturnTypeCannotBeObservedAnalyzerTests
{
    private const string Awaitable = "only the creation of the awaitable would be observed; return Task, Task<T>, ValueTask or ValueTask<T>";
    private const string Derived = "only the creation of a type derived from Task would be observed; return Task, Task<T>, ValueTask or ValueTask<T>";
    private const string NoBuilder = "a task-like without [AsyncMethodBuilder] cannot be awaited on the way to the caller; return Task, Task<T>, ValueTask or ValueTask<T>";
    private const string WrongBuilder = "the type named by [AsyncMethodBuilder] is no builder of the task-like; return Task, Task<T>, ValueTask or ValueTask<T>";
    private const string Reference = "a task or a stream cannot be observed through a reference; return it by value";
    private const string RefStructs = "elements that are ref structs cannot be passed on one by one; return a stream of another type";

    [Theory]
    [InlineData("Job Ask()", WrongBuilder)]
    [InlineData("DerivedTask Ask()", Derived)]
    [InlineData("T Ask<T>() where T : Task", Awaitable)]
    [InlineData("T Ask<T, U>() where T : U where U : Task", Awaitable)]
    [InlineData("ValueTask? Ask()", Awaitable)]
    [InlineData("System.Runtime.CompilerServices.ConfiguredTaskAwaitable Ask()", NoBuilder)]
    [InlineData("IDerivedAwaitable Ask()", NoBuilder)]
    [InlineData("Pair<int, int> Ask()", WrongBuilder)]
    [InlineData("Hidden Ask()", WrongBuilder)]
    [InlineData("Loud Ask()", "awaiting the task-like does not give the result that its builder takes; return Task, Task<T>, ValueTask or ValueTask<T>")]
    [InlineData("ref Duty<int> Ask()", "a task-like cannot be observed through a reference; return it by value")]
    [InlineData("Duty<Span<int>> Ask()", "a result that is a ref struct cannot be awaited; return a task of another type")]
    [InlineData("unsafe Duty<int> Ask(int* pointer)", "C# cannot await a task-like in an unsafe method; call an annotated method that is not unsafe from it")]
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
            [ErrorContext] public {{(declaration.StartsWith("unsafe", StringComparison.Ordinal) ? "unsafe " : "")}}partial {{declaration.Replace("unsafe ", "", StringComparison.Ordinal).Replace("Ask", "{|#0:Ask|}", StringComparison.Ordinal)}};
        }
        public sealed class DerivedTask() : Task(() => { });
        [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(object))]
        public sealed class Job
        {
            public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default;
        }
        public interface IAwaitable { System.Runtime.CompilerServices.TaskAwaiter GetAwaiter(); }
        public interface IDerivedAwaitable : IAwaitable;
        [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(Builder<,>))]
        public sealed class Pair<T1, T2> : IAwaitable { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default; }
        [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(HiddenBuilder))]
        public sealed class Hidden : IAwaitable { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default; }
        [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(LoudBuilder))]
        public sealed class Loud { public System.Runtime.CompilerServices.TaskAwaiter<int> GetAwaiter() => default; }
        [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(DutyBuilder<>))]
        public sealed class Duty<T> where T : allows ref struct { public Awaiter<T> GetAwaiter() => default; }
        public struct Awaiter<T> where T : allows ref struct { public T GetResult() => throw null!; }
        public struct Builder<T1, T2> { public Pair<T1, T2> Task => null!; public static Builder<T1, T2> Create() => default; }
        internal struct HiddenBuilder { public Hidden Task => null!; public static HiddenBuilder Create() => default; }
        public struct LoudBuilder { public Loud Task => null!; public static LoudBuilder Create() => default; }
        public struct DutyBuilder<T> where T : allows ref struct { public Duty<T> Task => null!; public static DutyBuilder<T> Create() => default; }
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

    [Fact]
    public Task TaskLikeWithItsBuilder_IsNotReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext, TracePerformance] public partial Job AskAsync();
            private Job AskCoreAsync() => null!;
            [ErrorContext] public partial Duty<string?>? TellAsync();
            private Duty<string?>? TellCoreAsync() => null;
        }
        [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(JobBuilder))]
        public sealed class Job { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default; }
        [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(DutyBuilder<>))]
        public sealed class Duty<T> { public System.Runtime.CompilerServices.TaskAwaiter<T> GetAwaiter() => default; }
        public struct JobBuilder { public Job Task => null!; public static JobBuilder Create() => default; }
        public struct DutyBuilder<T> { public Duty<T> Task => null!; public static DutyBuilder<T> Create() => default; }
        """);
}
