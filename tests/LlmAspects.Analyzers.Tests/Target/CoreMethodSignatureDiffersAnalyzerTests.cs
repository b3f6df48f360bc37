using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Target.CoreMethodSignatureDiffersAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Target;

public class CoreMethodSignatureDiffersAnalyzerTests
{
    [Theory]
    [InlineData("partial int Ask()", "public int AskCore()", "make it private")]
    [InlineData("partial int Ask()", "private static int AskCore()", "remove 'static', which the declaration lacks")]
    [InlineData("static partial int Ask()", "private int AskCore()", "add 'static' as on the declaration")]
    [InlineData("unsafe partial int Ask()", "private int AskCore()", "add 'unsafe' as on the declaration")]
    [InlineData("partial int Ask()", "private unsafe int AskCore()", "remove 'unsafe', which the declaration lacks")]
    [InlineData("partial void Ask()", "private async void AskCore()", "nothing can observe the end of 'async void'; return Task from both")]
    [InlineData("partial int Ask()", "private long AskCore()", "return 'int'")]
    [InlineData("partial ref int Ask()", "private ref readonly int AskCore()", "return 'ref int'")]
    [InlineData("partial ref readonly int Ask()", "private ref int AskCore()", "return 'ref readonly int'")]
    [InlineData("partial string? Ask()", "private string AskCore()", "return 'string?'")]
    [InlineData("partial List<string> Ask()", "private List<string?> AskCore()", "return 'List<string>'")]
    [InlineData("partial string[] Ask()", "private string?[] AskCore()", "return 'string[]'")]
    [InlineData("partial int? Ask()", "private int AskCore()", "return 'int?'")]
    [InlineData("partial (int A, int B) Ask()", "private (int A, int C) AskCore()", "return '(int A, int B)'")]
    [InlineData("partial List<(int A, int B)> Ask()", "private List<(int, int)> AskCore()", "return 'List<(int A, int B)>'")]
    [InlineData("partial object Ask()", "private dynamic AskCore()", "return 'object'")]
    [InlineData("partial int Ask<T>()", "private int AskCore()", "give it 1 type parameter(s)")]
    [InlineData("partial int Ask<T>() where T : class", "private int AskCore<T>() where T : class?", "give type parameter 'T' the constraints of 'T' in the declaration")]
    [InlineData("partial int Ask<T>() where T : struct", "private int AskCore<U>()", "give type parameter 'U' the constraints of 'T' in the declaration")]
    [InlineData("partial int Ask<T>()", "private int AskCore<T>() where T : IComparable<T>", "give type parameter 'T' the constraints of 'T' in the declaration")]
    [InlineData("partial int Ask<T>() where T : new()", "private int AskCore<T>()", "give type parameter 'T' the constraints of 'T' in the declaration")]
    [InlineData("partial int Ask<T>() where T : notnull", "private int AskCore<T>()", "give type parameter 'T' the constraints of 'T' in the declaration")]
    [InlineData("partial int Ask<T>() where T : unmanaged", "private int AskCore<T>() where T : struct", "give type parameter 'T' the constraints of 'T' in the declaration")]
    [InlineData("partial int Ask<T>(T a) where T : allows ref struct", "private int AskCore<T>(T a)", "give type parameter 'T' the constraints of 'T' in the declaration")]
    [InlineData("partial int Ask(int a)", "private int AskCore()", "give it 1 parameter(s)")]
    [InlineData("partial int Ask(int a)", "private int AskCore(long b)", "declare parameter 'b' as 'int'")]
    [InlineData("partial int Ask(in int a)", "private int AskCore(int a)", "declare parameter 'a' as 'in int'")]
    [InlineData("partial int Ask(ref readonly int a)", "private int AskCore(in int a)", "declare parameter 'a' as 'ref readonly int'")]
    [InlineData("partial int Ask(ref int a)", "private int AskCore(in int a)", "declare parameter 'a' as 'ref int'")]
    [InlineData("partial int Ask(string? a)", "private int AskCore(string a)", "declare parameter 'a' as 'string?'")]
    [InlineData("partial int Ask<T>(T a, List<T> b)", "private int AskCore<T>(T a, List<T?> b)", "declare parameter 'b' as 'List<T>'")]
    [InlineData("partial int Ask<T, U>(T a, U b)", "private int AskCore<T, U>(U a, T b)", "declare parameter 'a' as 'T'")]
    [InlineData("partial int Ask(scoped Span<int> a)", "private int AskCore(Span<int> a)", "for parameter 'a' add 'scoped' as on the declaration")]
    [InlineData("partial int Ask(ref int a)", "private int AskCore(scoped ref int a)", "for parameter 'a' remove 'scoped', which the declaration lacks")]
    [InlineData("partial int Ask(params ReadOnlySpan<int> a)", "private int AskCore(ReadOnlySpan<int> a)", "for parameter 'a' add 'scoped' as on the declaration")]
    [InlineData("unsafe partial int Ask(int* a)", "private unsafe int AskCore(long* a)", "declare parameter 'a' as 'int*'")]
    [InlineData("unsafe partial int Ask(delegate*<int, void> a)", "private unsafe int AskCore(delegate*<in int, void> a)", "declare parameter 'a' as 'delegate*<int, void>'")]
    [InlineData("partial string Ask(string? a)", "[DoesNotReturn] private string AskCore(string? a)", "put [DoesNotReturn] on both or on neither")]
    [InlineData("partial string? Ask(string? a)", "[return: NotNullIfNotNull(nameof(a))] private string? AskCore(string? a)", "put [return: NotNullIfNotNull] on both or on neither")]
    [InlineData("partial bool Ask([NotNullWhen(true)] string? a)", "private bool AskCore(string? b)", "put [NotNullWhen] on 'b' in both or in neither")]
    [InlineData("partial int Ask<T>()", "private int AskCore<[DynamicallyAccessedMembers(0)] U>()", "put [DynamicallyAccessedMembers] on 'U' in both or in neither")]
    public Task Difference_IsExplained(string declaration, string core, string difference) => Verify.VerifyMessageAsync(
        $$"""
        using System.Diagnostics.CodeAnalysis;

        public partial class Router
        {
            [ErrorContext] public {{declaration.Replace("Ask", "{|#0:Ask|}", StringComparison.Ordinal)}};
            {{core}} => throw null!;
        }
        """,
        $"'AskCore' cannot be called as the body of 'Ask': {difference}");

    [Fact]
    public Task ReadonlyOfAStructMember_MustAgree() => Verify.VerifyAsync("""
        public partial struct Router
        {
            [ErrorContext] public readonly partial int {|LLMA0004:Ask|}();
            private int AskCore() => 1;
            [ErrorContext] public partial int {|LLMA0004:Tell|}();
            private readonly int TellCore() => 1;
        }
        public readonly partial struct Reader
        {
            [ErrorContext] public partial int Ask();
            private readonly int AskCore() => 1;
        }
        """);

    [Fact]
    public Task NearestCandidate_IsTheOneWithAsManyParameters() => Verify.VerifyMessageAsync(
        """
        public partial class Router
        {
            [ErrorContext] public partial int {|#0:Ask|}(int a, int b);
            private int AskCore() => 1;
            private int AskCore(int a, long b) => a;
        }
        """,
        "'AskCore' cannot be called as the body of 'Ask': declare parameter 'b' as 'int'");

    [Fact]
    public Task WhatTheCallDoesNotNeed_MayDiffer() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext] public static partial int Ask<T>(this_ a, T? b = default, params int[] c) where T : class, IComparable<T>;
            private static int AskCore<U>(this_ first, U? second, int[] third) where U : class, IComparable<U> => 1;

            [ErrorContext] protected internal virtual partial Task<int> TellAsync(CancellationToken token = default);
            private async Task<int> TellCoreAsync(CancellationToken token) { await Task.Yield(); return 1; }
        }
        public class this_;
        """);

    [Fact]
    public Task CodeOutsideANullableContext_AgreesWithEither() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext] public partial string? Ask(string a, List<string?> b);
        #nullable disable
            private string AskCore(string a, List<string> b) => a;
        }
        """);
}
