namespace LlmAspects.Generators.Tests.Signatures.Product;

/// <summary>One parameter list.</summary>
/// <param name="Declared">The parameters of the declaration.</param>
/// <param name="OfCore">The parameters of Core, when they are written otherwise.</param>
/// <param name="TypeParameters">The type parameter list.</param>
/// <param name="Constraints">The constraint clauses.</param>
/// <param name="OnOverride">The clauses of an override, which inherits its constraints and says only how <c>?</c> is meant.</param>
/// <param name="CanBeRetried">Whether <c>[RetryWithBackoff]</c> takes them.</param>
public sealed record ProductParameters(string Declared, string? OfCore = null, string TypeParameters = "", string Constraints = "", string OnOverride = "", bool CanBeRetried = true)
{
    /// <summary>Every list.</summary>
    public static IReadOnlyList<ProductParameters> All { get; } =
    [
        new(""), new("string? a"), new("(int Left, List<string?>? Right) a, string?[]?[] b"), new("dynamic a, List<dynamic?> b"),
        new("in int a"), new("ref readonly int a"), new("ref string? a", CanBeRetried: false), new("out int a", CanBeRetried: false),
        new("scoped Span<int> a", CanBeRetried: false), new("ReadOnlySpan<char> a", CanBeRetried: false), new("scoped ref int a", CanBeRetried: false), new("scoped in Span<int> a", CanBeRetried: false),
        new("params int[] a"), new("params ReadOnlySpan<int> a", CanBeRetried: false), new("params List<string?> a"),
        new("int* a", CanBeRetried: false), new("delegate*<int, void> a", CanBeRetried: false), new("delegate* unmanaged[Cdecl]<in int, ref int> a", CanBeRetried: false),
        new("CancellationToken a"), new("int a, in CancellationToken b, CancellationToken c"), new("ref CancellationToken a, out CancellationToken b", CanBeRetried: false),
        new("int a = 1, string? b = null, ConsoleColor c = ConsoleColor.Red", "int a, string? b, ConsoleColor c"),
        new("int @class, string? @event, int result, int operation, int task, int AwaitAsync"),
        new("T a", TypeParameters: "<T>"),
        new("T a", TypeParameters: "<T>", Constraints: "where T : allows ref struct", CanBeRetried: false),
        new("scoped T a, U b", TypeParameters: "<T, U>", Constraints: "where T : IDisposable, allows ref struct where U : unmanaged, Enum", CanBeRetried: false),
        new("@in? a, U b", TypeParameters: "<@in, U>", Constraints: "where @in : class, IComparable<@in>, new() where U : notnull", OnOverride: "where @in : class"),
    ];

    /// <summary>The list that the products of the other axes use.</summary>
    public static ProductParameters None => All[0];

    /// <summary>The parameters of Core.</summary>
    public string Core => OfCore ?? Declared;

    /// <summary>Whether they can be written in an unsafe context only.</summary>
    public bool IsUnsafe => Declared.Contains('*', StringComparison.Ordinal);
}
