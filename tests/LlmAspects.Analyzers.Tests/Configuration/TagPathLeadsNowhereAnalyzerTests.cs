using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.TagPathLeadsNowhereAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class TagPathLeadsNowhereAnalyzerTests
{
    [Theory]
    [InlineData("{other}", "int Ask(Request request)", "'other' is no parameter; begin with a parameter, this or result")]
    [InlineData("{request.Other}", "int Ask(Request request)", "'Request' has no property or field 'Other'")]
    [InlineData("{request.Tell}", "int Ask(Request request)", "'Tell' is a method; only properties and fields can be read")]
    [InlineData("{request._hidden}", "int Ask(Request request)", "'_hidden' is not accessible from 'Router'")]
    [InlineData("{request.WriteOnly}", "int Ask(Request request)", "'WriteOnly' cannot be read")]
    [InlineData("{request.Shared}", "int Ask(Request request)", "'Shared' is static; read it through an instance property")]
    [InlineData("{result}", "void Ask()", "the method has no result")]
    [InlineData("{result}", "Task Ask()", "the method has no result")]
    [InlineData("{result}", "IAsyncEnumerable<int> Ask()", "a stream or sequence has no result; write last for the last item delivered")]
    [InlineData("{result}", "IEnumerable<int> Ask()", "a stream or sequence has no result; write last for the last item delivered")]
    [InlineData("{result}", "IEnumerator<int> Ask()", "a stream or sequence has no result; write last for the last item delivered")]
    [InlineData("{result}", "IAsyncEnumerator<int> Ask()", "a stream or sequence has no result; write last for the last item delivered")]
    [InlineData("{result}", "System.Collections.IEnumerable Ask()", "a stream or sequence has no result; write last for the last item delivered")]
    [InlineData("{last.Length}", "System.Collections.IEnumerator Ask()", "'object?' has no property or field 'Length'")]
    [InlineData("{last}", "IEnumerable<dynamic> Ask()", "a dynamic value is bound at run time; take a property of a known type")]
    [InlineData("{last}", "List<int> Ask()", "only a stream or sequence has a last item; write result")]
    [InlineData("{last}", "int Ask()", "only a stream or sequence has a last item; write result")]
    [InlineData("{text}", "IEnumerable<int> Ask(ReadOnlySpan<char> text)", "'text' is a ref struct, which cannot be kept until the call ends")]
    [InlineData("{numbers}", "int Ask(Span<int> numbers)", "'Span<int>' is a ref struct, which has no value to record")]
    [InlineData("{text}", "Task Ask(ReadOnlySpan<char> text)", "'text' is a ref struct, which cannot be kept until the call ends")]
    [InlineData("{this.Number}", "static int Ask()", "a static method has no 'this'")]
    [InlineData("{number}", "void Ask(out int number)", "'number' is an out parameter, which has no value yet")]
    [InlineData("request", "int Ask(Request request)", "write names between braces, as in \"{request.Model}\": no calls, no indexers, no text around")]
    [InlineData("{request.Tell()}", "int Ask(Request request)", "write names between braces, as in \"{request.Model}\": no calls, no indexers, no text around")]
    [InlineData("{}", "int Ask(Request request)", "write names between braces, as in \"{request.Model}\": no calls, no indexers, no text around")]
    public Task WrongPath_IsReportedAtItsArgument(string path, string declaration, string problem) => Verify.VerifyMessageAsync(
        Source($$"""[Tag("name", {|#0:"{{path}}"|})]""", declaration), $"The tag '{path}' leads to no value: {problem}");

    [Fact]
    public Task RedactedMetric_IsReported() => Verify.VerifyMessageAsync(
        Source("""[Tag("name", {|#0:"{request.Secret}"|}, Metric = true)]""", "int Ask(Request request)"),
        "The tag '{request.Secret}' leads to no value: a redacted value cannot be a metric tag; remove Metric");

    [Fact]
    public Task TagInAVariantInterface_IsReported() => Verify.VerifyMessageAsync(
        """
        public partial interface IRouter<out T>
        {
            [ErrorContext, Tag("name", {|#0:"{number}"|})] public partial int Ask(int number);
            private int AskCore(int number) => number;
        }
        """,
        "The tag '{number}' leads to no value: an interface with in or out type parameters cannot hold the type that keeps the values; record nothing of the call, or remove the variance");

    [Fact]
    public Task RefStructBesideATaskLike_IsReportedAndTheResultIsWhatAwaitingYields() => Verify.VerifyMessageAsync(
        """
        public partial class Router
        {
            [ErrorContext, Tag("name", {|#0:"{text}"|}), Tag("length", "{result.Length}")] public partial Duty<string> AskAsync(ReadOnlySpan<char> text);
            private Duty<string> AskCoreAsync(ReadOnlySpan<char> text) => null!;
        }
        [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(DutyBuilder<>))]
        public sealed class Duty<T> { public System.Runtime.CompilerServices.TaskAwaiter<T> GetAwaiter() => default; }
        public struct DutyBuilder<T> { public Duty<T> Task => null!; public static DutyBuilder<T> Create() => default; }
        """,
        "The tag '{text}' leads to no value: 'text' is a ref struct, which cannot be kept until the call ends");

    [Theory]
    [InlineData("{request.Model}", "int Ask(Request request)")]
    [InlineData("{request.Inner.Model.Length}", "int Ask(Request? request)")]
    [InlineData("{this.Number}", "int Ask()")]
    [InlineData("{result.Model}", "ValueTask<Request> Ask()")]
    [InlineData("{last.Model}", "IAsyncEnumerable<Request> Ask()")]
    [InlineData("{last.Model}", "IEnumerable<Request?> Ask()")]
    [InlineData("{last.Model}", "IEnumerable<Request>? Ask()")]
    [InlineData("{last.Model.Length}", "IEnumerator<Request> Ask()")]
    [InlineData("{last.Model}", "IAsyncEnumerator<Request> Ask(CancellationToken token)")]
    [InlineData("{last}", "System.Collections.IEnumerable Ask()")]
    [InlineData("{last}", "System.Collections.IEnumerator Ask()")]
    [InlineData("{this.Number}", "IEnumerable<dynamic> Ask()")]
    [InlineData("{this.Number}", "IEnumerable<(int A, string? B)> Ask()")]
    [InlineData("{result.Count}", "List<int> Ask()")]
    [InlineData("{text}", "int Ask(ReadOnlySpan<char> text)")]
    [InlineData("{text.Length}", "int Ask(ReadOnlySpan<char> text)")]
    [InlineData("{request.Secret}", "int Ask(Request request)")]
    public Task GoodPath_IsNotReportedAndItsWrapperCompiles(string path, string declaration) =>
        Verify.VerifyAsync(Source($"""[Tag("name", "{path}")]""", declaration));

    private static string Source(string tag, string declaration) => $$"""
        public partial class Router
        {
            public int Number => 1;
            {{tag}} [ErrorContext, TracePerformance] public {{declaration.Replace("static ", "", StringComparison.Ordinal).Insert(0, declaration.StartsWith("static", StringComparison.Ordinal) ? "static partial " : "partial ")}};
            private {{declaration.Replace("Ask", "AskCore", StringComparison.Ordinal)}} => throw null!;
        }
        public class Request
        {
            public static int Shared => 1;
            public string Model { get; set; } = "";
            [Redact] public string Secret { get; set; } = "";
            public Request? Inner { get; set; }
            public int WriteOnly { set { _hidden = value; } }
            private int _hidden;
            public int Tell() => _hidden;
        }
        """;
}
