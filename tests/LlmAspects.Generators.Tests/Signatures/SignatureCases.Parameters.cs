namespace LlmAspects.Generators.Tests.Signatures;

public static partial class SignatureCases
{
    private static SignatureCase[] Parameters =>
    [
        new("every ref kind", """
            @aspects public partial void Move(in int a, ref int b, out int c, ref readonly int d);
            private void MoveCore(in int a, ref int b, out int c, ref readonly int d) => c = a + b + d;
            """),
        new("scoped", """
            @aspects public partial Span<int> Slice(Span<int> kept, scoped Span<int> read, scoped ref int number);
            private Span<int> SliceCore(Span<int> kept, scoped Span<int> read, scoped ref int number) => kept;
            """),
        new("params array", """
            @aspects public partial int Sum(params int[] numbers);
            private int SumCore(params int[] numbers) => numbers.Length;
            """),
        new("params span", """
            @aspects public partial int Sum(params ReadOnlySpan<int> numbers);
            private int SumCore(params ReadOnlySpan<int> numbers) => numbers.Length;
            """),
        new("params list", """
            @aspects public partial int Sum(params List<int> numbers);
            private int SumCore(params List<int> numbers) => numbers.Count;
            """),
        new("token by reference", """
            @aspects public partial void Wait(in CancellationToken read, ref CancellationToken changed, out CancellationToken made);
            private void WaitCore(in CancellationToken read, ref CancellationToken changed, out CancellationToken made) => made = read;
            """),
        new("default values and attributes", """
            @aspects public partial string Log(string message = "none", [CallerMemberName] string caller = "", int level = -1, ConsoleColor color = ConsoleColor.Red);
            private string LogCore(string message, string caller, int level, ConsoleColor color) => message;
            """),
        new("flow analysis", """
            @aspects public partial bool TryGet(string? key, [NotNullWhen(true)] out string? value);
            private bool TryGetCore(string? key, [NotNullWhen(true)] out string? value) { value = key; return value is not null; }
            """),
        new("keywords as names", """
            @aspects public partial int @class(int @event, string @namespace, int await, int field);
            private int classCore(int @event, string @namespace, int await, int field) => @event;
            """),
        new("names of the wrapper's locals", """
            @aspects public partial Task<result> RunAsync<result, started1>(int operation, int activity, int started, int error, CancellationToken error1) where result : new();
            private Task<result> RunCoreAsync<result, started1>(int operation, int activity, int started, int error, CancellationToken error1) where result : new() => Task.FromResult(new result());
            """),
        new("a parameter named like Core", """
            @aspects public partial int Run(Func<int> RunCore);
            private int RunCore(Func<int> RunCore) => RunCore();
            """),
        new("a parameter named like a static Core", """
            @aspects public static partial int Run(Func<int> RunCore);
            private static int RunCore(Func<int> RunCore) => RunCore();
            """),
        new("discard names", """
            @aspects public partial void Skip(int _, out int __);
            private void SkipCore(int _, out int __) => __ = _;
            """),
        new("overloads", """
            @aspects public partial int Get(object key);
            @aspects public partial int Get(string key);
            @aspects public partial int Get(in int key);
            @aspects public partial int Get<T>(T key);
            private int GetCore(object key) => 1;
            private int GetCore(string key) => 2;
            private int GetCore(in int key) => 3;
            private int GetCore(int key) => 4;
            private int GetCore<T>(T key) => 5;
            """),
    ];
}
