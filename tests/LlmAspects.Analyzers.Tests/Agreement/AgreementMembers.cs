namespace LlmAspects.Analyzers.Tests.Agreement;

/// <summary>Annotated members: of every shape, of every kind, and with every mistake.</summary>
public static class AgreementMembers
{
    private static readonly string[] ReturnTypes =
    [
        "void", "int", "string?", "dynamic", "(int A, int B)", "ref int", "ref readonly int", "Span<int>", "Task", "Task?", "Task<string?>", "ValueTask", "ValueTask<int>",
        "IAsyncEnumerable<int>", "IAsyncEnumerable<Span<int>>", "IEnumerable", "IEnumerable<int>", "IEnumerator<int>", "IAsyncEnumerator<int>", "ref Task",
        "IEnumerator", "IEnumerable<dynamic>?", "IEnumerable<Span<int>>", "IAsyncEnumerator<Span<int>>", "ref IEnumerable<int>", "ref readonly IAsyncEnumerator<int>",
        "ConfiguredTaskAwaitable", "YieldAwaitable", "ValueTask?", "List<Task>", "Unknown", "Task<Unknown>",
        "Job", "Job?", "Duty<int>", "Duty<dynamic>", "Duty<int>?", "ref Job",
    ];

    public static IReadOnlyList<string> All => [.. Shapes, .. Signatures, .. WrongCores, .. WrongParts, .. WrongMembers, .. Properties];

    private static IEnumerable<string> Shapes => ReturnTypes.SelectMany(type => new[]
    {
        $"@aspects public partial {type} M(int[] a); private {type} MCore(int[] a) => throw null!;",
        $"@aspects public static partial {type} MAsync(int[] a, CancellationToken token); private static {type} MCoreAsync(int[] a, CancellationToken token) => throw null!;",
    });

    private static string[] Signatures =>
    [
        "@aspects partial void M(); private void MCore() { }",
        "@aspects private partial int M(); private int MCore() => 1;",
        "@aspects public partial T M<T>(T a) where T : class, new(); private T MCore<T>(T a) where T : class, new() => a;",
        "@aspects public partial int M<T>(T a) where T : allows ref struct; private int MCore<T>(T a) where T : allows ref struct => 1;",
        "@aspects public partial T M<T>(T a) where T : allows ref struct; private T MCore<T>(T a) where T : allows ref struct => a;",
        "@aspects public partial IAsyncEnumerable<T> M<T>() where T : allows ref struct; private IAsyncEnumerable<T> MCore<T>() where T : allows ref struct => null!;",
        "@aspects public partial T M<T>(T a) where T : Task; private T MCore<T>(T a) where T : Task => a;",
        "@aspects public partial int M(in int a, ref int b, out int c, ref readonly int d); private int MCore(in int a, ref int b, out int c, ref readonly int d) => c = 1;",
        "@aspects public partial int M(params ReadOnlySpan<int> a); private int MCore(params ReadOnlySpan<int> a) => 1;",
        "@aspects public partial int M(scoped Span<int> a); private int MCore(scoped Span<int> a) => 1;",
        "@aspects public unsafe partial int* M(int* a); private unsafe int* MCore(int* a) => a;",
        "@aspects public unsafe partial int M(delegate*<int, void> a); private unsafe int MCore(delegate*<int, void> a) => 1;",
        "@aspects public virtual partial int M(int a = 1); private int MCore(int a) => a;",
        "@aspects public override partial string? ToString(); private string? ToStringCore() => null;",
        "@aspects public readonly partial int M(); private readonly int MCore() => 1;",
        "@aspects public static partial int M(this string a); private static int MCore(string a) => 1;",
        "private int _field; @aspects public partial ref int M(); [UnscopedRef] private ref int MCore() => ref _field;",
        "private int _field; @aspects [UnscopedRef] public partial ref int M(); [UnscopedRef] private ref int MCore() => ref _field;",
        "private int _field; @aspects [UnscopedRef] public partial ref int M(); private ref int MCore() => throw null!;",
        "@aspects public partial ref int M([UnscopedRef] ref int a); private ref int MCore(ref int a) => ref a;",
        "@aspects public partial Span<int> M(ref Span<int> a, in int b); private Span<int> MCore(ref Span<int> a, in int b) => a;",
        "@aspects public partial void M([NotNull] string? a, [MaybeNullWhen(true)] out string b); private void MCore([NotNull] string? a, out string? b) => throw null!;",
        "@aspects public partial int M(int MCore, int M, int result, int error); private int MCore(int MCore, int M, int result, int error) => 1;",
        "@aspects public partial int M(int a); private int MCore(int a) => 1; private int MCore(in int a) => 1; private int MCore<T>(T a) => 1; private int MCore(params int[] a) => 1;",
        "@aspects public partial int M(dynamic a, List<dynamic> b); private int MCore(dynamic a, List<dynamic> b) => 1; private int MCore(string a, List<object> b) => 1;",
        "@aspects public unsafe partial Job M(int* a); private unsafe Job MCore(int* a) => null!;",
        "@aspects public partial Duty<T> M<T>(ref int a, Span<T> b, [Tag] T c, CancellationToken d); private Duty<T> MCore<T>(ref int a, Span<T> b, T c, CancellationToken d) => default;",
        "@aspects public static virtual partial int M(); private static int MCore() => 1;",
        "@aspects static partial void M(); private static void MCore() { }",
        "@aspects [Tag(\"a\", \"{result}\")] public partial int M(); private int MCore() => 1;",
        "@aspects public partial int @if(int @class); private int ifCore(int @class) => 1;",
    ];

    private static string[] Properties =>
    [
        "@aspects public partial string? P { get; set; } private string? GetPCore() => null; private void SetPCore(string? value) { }",
        "@aspects public static partial int P { get; } private static int GetPCore() => 1;",
        "@aspects public partial int P { set; } private void SetPCore(int value) { }",
        "@aspects public partial int P { readonly get; set; } private readonly int GetPCore() => 1; private void SetPCore(int value) { }",
        "@aspects public partial Task<int> P { get; } private Task<int> GetPCore() => null!;",
        "@aspects public partial int this[int a, string b] { get; set; } private int GetItemCore(int a, string b) => a; private void SetItemCore(int a, string b, int value) { }",
        "@aspects public partial int this[int a] { get; } public partial int this[string a] { get; } public partial int this[string a] { get => 1; } private int GetItemCore(int a) => a; private int GetItemCore(string a) => 1;",
        "@aspects public partial int this[int a] { get; } public partial int this[string a] { get; } public partial int this[string a] { get => 1; } private int GetItemCore(string a) => 1;",
        "@aspects public partial Job P { get; } private Job GetPCore() => null!;",
        "@aspects partial int P { get; } private int GetPCore() => 1;",
        "@aspects public partial IEnumerable<int> P { get; } private IEnumerable<int> GetPCore() => [];",
        "@aspects public partial int P { get; init; } private int GetPCore() => 1; private void SetPCore(int value) { }",
        "@aspects public partial int P { get; }",
        "@aspects public partial int P { get; set; } private int GetPCore() => 1;",
        "@aspects public partial int P { get; set; } private int GetPCore() => 1; private void SetPCore(long value) { }",
        "@aspects public partial int P { get; } private static int GetPCore() => 1;",
        "@aspects public partial int P { get; } public partial int P { get => 1; } private int GetPCore() => 1;",
        "@aspects public partial int P { get; private set; } public partial int P { get => 1; private set { } } private int GetPCore() => 1;",
        "@aspects public partial int P { get => 1; } private int GetPCore() => 1;",
        "@aspects public partial int P => 1; private int GetPCore() => 1;",
        "@aspects public int P { get; set; } private int GetPCore() => 1;",
        "@aspects public int P => 1;",
        "@aspects public abstract int P { get; } private int GetPCore() => 1;",
        "@aspects public static extern int P { get; }",
        "@aspects int ICollection.Count { get; } private int GetCountCore() => 1;",
        "@aspects int ICollection.Count => 1;",
        "@aspects public partial Unknown P { get; } private Unknown GetPCore() => null!;",
        "@aspects [AllowNull] public partial string P { get; set; } private string GetPCore() => null!; private void SetPCore([AllowNull] string value) { }",
        "@aspects [AllowNull] public partial string P { get; set; } private string GetPCore() => null!; private void SetPCore(string value) { }",
    ];

    private static string[] WrongCores =>
    [
        "@aspects public partial int M();",
        "@aspects public partial int M(); public int MCore() => 1;",
        "@aspects public partial int M(); private static int MCore() => 1;",
        "@aspects public static partial int M(); private int MCore() => 1;",
        "@aspects public partial int M(); private unsafe int MCore() => 1;",
        "@aspects public partial int M(); private readonly int MCore() => 1;",
        "@aspects public partial void M(); private async void MCore() { await Task.Yield(); }",
        "@aspects public partial int M(); private long MCore() => 1;",
        "@aspects public partial string? M(); private string MCore() => null!;",
        "@aspects public partial (int A, int B) M(); private (int, int) MCore() => default;",
        "@aspects public partial ref int M(); private int MCore() => 1;",
        "@aspects public partial int M(int a); private int MCore(in int a) => 1;",
        "@aspects public partial int M(scoped Span<int> a); private int MCore(Span<int> a) => 1;",
        "@aspects public partial int M<T>(T a) where T : struct; private int MCore<T>(T a) => 1;",
        "@aspects public partial int M<T>(); private int MCore() => 1;",
        "@aspects public partial Task MAsync(); private Task MAsyncCore() => Task.CompletedTask;",
        "@aspects public partial int M(int a); public partial int M(string a); public partial int M(string a) => 1; private int MCore(string a) => 1;",
        "private int MCore; @aspects public partial int M();",
    ];

    private static string[] WrongParts =>
    [
        "@aspects public int M() => 1; private int MCore() => 1;",
        "@aspects public async Task M() => await Task.Yield();",
        "@aspects public partial int M(); public partial int M() => 1; private int MCore() => 1;",
        "public partial int M(); @aspects public partial int M() => 1; private int MCore() => 1;",
        "@aspects public partial int M() => 1; private int MCore() => 1;",
        "@aspects public partial int M() { return 1; }",
        "@aspects [GeneratedRegex(\"a\")] public static partial Regex M(); private static Regex MCore() => null!;",
        "@aspects [LibraryImport(\"native\")] public static partial int M(); private static int MCore() => 1;",
    ];

    private static string[] WrongMembers =>
    [
        "public void Outer() { Local(); @aspects void Local() { } }",
        "public void Outer() { Func<int> f = @aspects () => 1; f(); }",
        "public void Outer() { Func<int, int> f = @aspects (a) => a; f(1); }",
        "public int P { @aspects get => 1; }",
        "public int P { get => 1; @aspects set { } }",
        "public partial int P { @aspects get; }",
        "public int this[int a] { @aspects get => 1; }",
        "public event Action E { @aspects add { } remove { } }",
        "@aspects public static int operator +(C a, int b) => 1;",
        "@aspects ~C() { }",
        "@aspects public C() { }",
        "@aspects void IDisposable.Dispose() { }",
        "@aspects public abstract int M(); private int MCore() => 1;",
        "@aspects public static extern int M(); private static int MCore() => 1;",
        "@aspects public static extern partial int M(); private static int MCore() => 1;",
        "@aspects public partial int M(__arglist); private int MCore(__arglist) => 1;",
        "@aspects int M(); private int MCore() => 1;",
        "@aspects static virtual int M() => 1; private static int MCore() => 1;",
    ];
}
