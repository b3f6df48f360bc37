namespace LlmAspects.Generators.Tests.Snapshots;

public partial class WrapperTests
{
    private const string Audit = """
        public struct Audit
        {
            public void OnEnter(in AspectCall call, string question) { }
            public void OnSuccess() { }
            public void OnSuccess<T>(T result) where T : allows ref struct { }
            public void OnError(Exception error) { }
            public void OnExit(object instance) { }
        }
        public struct Authorized
        {
            public readonly void OnEnter(string question) { }
        }
        public struct Budgeted
        {
            public ValueTask OnEnter(CancellationToken cancellationToken = default) => default;
            public void OnExit() { }
        }
        """;

    [Fact]
    public void Value_UserAspectsAlone() => Verify(Audit + """
        public partial class Client
        {
            [Aspect<Audit>(Order = 1), Aspect<Authorized>] public partial ref readonly string? Ask(string question, in int number);
            private ref readonly string? AskCore(string question, in int number) => throw null!;
        }
        """);

    [Fact]
    public void Value_UserAspectWithinTheBuiltInOnes() => Verify(Audit + """
        public readonly partial struct Client
        {
            [ErrorContext, TracePerformance, Aspect<Audit>, System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("It reflects.", Url = "https://contoso.com")]
            public readonly partial T Ask<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] T>(string question, [System.Diagnostics.CodeAnalysis.NotNull] object? named)
                where T : notnull;
            [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("It reflects.", Url = "https://contoso.com")]
            private readonly T AskCore<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] T>(string question, [System.Diagnostics.CodeAnalysis.NotNull] object? named)
                where T : notnull => throw null!;
        }
        """);

    [Fact]
    public void ValueTaskOfT_UserAspectAroundTheRetry() => Verify(Audit + """
        public partial class Client
        {
            [TracePerformance, RetryWithBackoff, Aspect<Audit>] public partial ValueTask<string?> AskAsync(string question, CancellationToken cancellationToken);
            private ValueTask<string?> AskCoreAsync(string question, CancellationToken cancellationToken) => default;
        }
        """);

    [Fact]
    public void Task_AwaitedHooks() => Verify(Audit + """
        public partial class Client
        {
            [Aspect<Budgeted>] public partial Task<int> AskAsync(string question, CancellationToken cancellationToken);
            private Task<int> AskCoreAsync(string question, CancellationToken cancellationToken) => null!;
        }
        """);

    [Fact]
    public void Stream_UserAspects() => Verify(Audit + """
        public partial class Client
        {
            [ErrorContext, Aspect<Audit>, Aspect<Budgeted>] public partial IAsyncEnumerable<string?> AskAsync(string question, CancellationToken cancellationToken);
            private IAsyncEnumerable<string?> AskCoreAsync(string question, CancellationToken cancellationToken) => null!;
        }
        """);

    [Fact]
    public void AspectWithoutHooks_LeavesThePlainCall() => Verify("""
        public struct Nothing;
        public partial class Client
        {
            [Aspect<Nothing>, Tag("question", "{question}")] public partial int Ask(string question);
            private int AskCore(string question) => 1;
        }
        """);
}
