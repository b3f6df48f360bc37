using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Target.RetryIsImpossibleAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Target;

public class RetryIsImpossibleAnalyzerTests
{
    private const string Kept = "cannot be kept between two attempts";
    private const string Reference = "a reference " + Kept + "; return by value";
    private const string Sequence = "a lazy sequence would block whoever reads it during the delay; return IAsyncEnumerable<T>, or a list of all items";
    private const string Result = "a ref struct or pointer " + Kept + "; return a type that can be a field of a class";
    private const string Unkept = "is a ref struct or pointer and " + Kept + "; take a type such as Memory<T>";

    [Theory]
    [InlineData("ref int Ask()", Reference)]
    [InlineData("Span<int> Ask()", Result)]
    [InlineData("T Ask<T>() where T : allows ref struct", Result)]
    [InlineData("IAsyncEnumerator<int> Ask()", "an enumerator cannot be opened again; return IAsyncEnumerable<T>")]
    [InlineData("IEnumerable<int> Ask()", Sequence)]
    [InlineData("System.Collections.IEnumerator Ask()", Sequence)]
    [InlineData("int Ask(ref int a)", "the ref parameter 'a' " + Kept + "; pass it by value and return the result")]
    [InlineData("int Ask(out int a)", "the out parameter 'a' " + Kept + "; pass it by value and return the result")]
    [InlineData("int Ask(ReadOnlySpan<int> a)", "the parameter 'a' " + Unkept)]
    [InlineData("int Ask<T>(T a) where T : allows ref struct", "the parameter 'a' " + Unkept)]
    [InlineData("unsafe int Ask(int* a)", "the parameter 'a' " + Unkept)]
    [InlineData("unsafe int Ask(delegate*<int> a)", "the parameter 'a' " + Unkept)]
    public Task MethodThatCannotBeRepeated_IsExplained(string declaration, string reason) => Verify.VerifyMessageAsync(
        $$"""
        public partial class Router
        {
            [RetryWithBackoff] public {{(declaration.StartsWith("unsafe", StringComparison.Ordinal) ? "unsafe " : "")}}partial {{declaration.Replace("unsafe ", "", StringComparison.Ordinal).Replace("Ask", "{|#0:Ask|}", StringComparison.Ordinal)}};
        }
        """,
        $"'Ask' cannot be retried: {reason}");

    [Fact]
    public Task TaskLike_IsExplained() => Verify.VerifyMessageAsync(
        """
        public partial class Router
        {
            [RetryWithBackoff] public partial Job {|#0:AskAsync|}();
        }
        [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(JobBuilder))]
        public sealed class Job { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default; }
        public struct JobBuilder { public Job Task => null!; public static JobBuilder Create() => default; }
        """,
        "'AskAsync' cannot be retried: a retry does not await task-likes; return Task, Task<T>, ValueTask or ValueTask<T>");

    [Theory]
    [InlineData("MaxAttempts = 1", "MaxAttempts counts the first attempt and must be from 2 to 100")]
    [InlineData("MaxAttempts = 101", "MaxAttempts counts the first attempt and must be from 2 to 100")]
    [InlineData("Factor = 0.5", "Factor must be from 1 to 100")]
    [InlineData("Factor = double.NaN", "Factor must be from 1 to 100")]
    [InlineData("Factor = 100.5", "Factor must be from 1 to 100")]
    [InlineData("BaseDelayMilliseconds = 86400001", "BaseDelayMilliseconds must be from 0 to 86400000")]
    [InlineData("BaseDelayMilliseconds = 30001", "MaximumDelayMilliseconds must be from BaseDelayMilliseconds to 86400000")]
    [InlineData("BaseDelayMilliseconds = -1", "BaseDelayMilliseconds must be from 0 to 86400000")]
    [InlineData("MaximumDelayMilliseconds = 199", "MaximumDelayMilliseconds must be from BaseDelayMilliseconds to 86400000")]
    [InlineData("MaximumDelayMilliseconds = 86400001", "MaximumDelayMilliseconds must be from BaseDelayMilliseconds to 86400000")]
    [InlineData("Handle = new[] { typeof(string) }", "Handle names 'String', which is not an exception; name types that derive from System.Exception")]
    [InlineData("Handle = new Type[] { typeof(TimeoutException), null! }", "Handle names 'null', which is not an exception; name types that derive from System.Exception")]
    [InlineData("Handle = new[] { typeof(Open<>) }", "Handle names 'Open', which generated code cannot name; make it internal and not generic")]
    [InlineData("Handle = new[] { typeof(Hidden) }", "Handle names 'Hidden', which generated code cannot name; make it internal and not generic")]
    [InlineData("TimeProvider = \"_missing\"", "TimeProvider names '_missing', which is no readable field or property of the type; name one that holds a System.TimeProvider")]
    [InlineData("TimeProvider = nameof(Written)", "TimeProvider names 'Written', which is no readable field or property of the type; name one that holds a System.TimeProvider")]
    [InlineData("TimeProvider = \"_text\"", "TimeProvider names '_text', which is not a System.TimeProvider; declare it as one")]
    [InlineData("TimeProvider = nameof(_clock)", "TimeProvider names '_clock', which a static method cannot reach; make it static")]
    public Task WrongArgument_IsExplained(string argument, string reason) => Verify.VerifyMessageAsync(
        $$"""
        public partial class Router
        {
            private readonly TimeProvider _clock = TimeProvider.System;
            private static readonly string _text = "text";
            [RetryWithBackoff({{argument}})] public static partial int {|#0:Ask|}();
            private static int AskCore() => _text.Length;
            private static TimeProvider Written { set => _ = value; }
            private sealed class Hidden : Exception;
            internal sealed class Open<T> : Exception;
        }
        """,
        $"'Ask' cannot be retried: {reason}");

    [Fact]
    public Task InstanceMethodOfStruct_IsExplained() => Verify.VerifyMessageAsync(
        """
        public partial struct Router
        {
            [RetryWithBackoff] public partial int {|#0:Ask|}();
        }
        """,
        "'Ask' cannot be retried: an instance method of a struct would be retried on a copy; make it static or the type a class");

    [Fact]
    public Task ValidMethods_AreNotReported() => Verify.VerifyAsync("""
        public partial struct Router
        {
            private static TimeProvider Clock => TimeProvider.System;
            [RetryWithBackoff(MaxAttempts = 100, Factor = 100, BaseDelayMilliseconds = 86400000, MaximumDelayMilliseconds = 86400000)]
            public static partial Task TellAsync();
            private static Task TellCoreAsync() => Task.CompletedTask;
            [RetryWithBackoff(MaxAttempts = 2, Factor = 1, BaseDelayMilliseconds = 0, MaximumDelayMilliseconds = 0, Handle = new[] { typeof(TimeoutException) }, TimeProvider = nameof(Clock))]
            public static partial Task<int> AskAsync(in int a, CancellationToken token);
            private static Task<int> AskCoreAsync(in int a, CancellationToken token) => Task.FromResult(a);
        }
        public partial class Streams
        {
            [RetryWithBackoff] public partial IAsyncEnumerable<int> ReadAsync(CancellationToken token);
            private IAsyncEnumerable<int> ReadCoreAsync(CancellationToken token) => null!;
            [ErrorContext] public partial int Ask(ref int a);
            private int AskCore(ref int a) => a;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        public partial class Router
        {
        #pragma warning disable LLMA0008
            [RetryWithBackoff] public partial int Ask(ref int a);
        #pragma warning restore LLMA0008
        }
        """);
}
