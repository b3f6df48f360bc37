namespace LlmAspects.Generators.Tests.Signatures.Product;

/// <summary>One shape of a result.</summary>
/// <param name="Type">The type with its <c>ref</c> kind.</param>
/// <param name="IsTaskLike">Whether it has an <c>[AsyncMethodBuilder]</c> of its own.</param>
/// <param name="CanBeRetried">Whether <c>[RetryWithBackoff]</c> takes it.</param>
public sealed record ProductReturn(string Type, bool IsTaskLike = false, bool CanBeRetried = true)
{
    /// <summary>Every shape.</summary>
    public static IReadOnlyList<ProductReturn> All { get; } =
    [
        new("void"), new("int"), new("string?"), new("(int Count, string? Name)"), new("List<string?>[]"), new("dynamic"), new("IDisposable?"),
        new("ref int", CanBeRetried: false), new("ref readonly string?", CanBeRetried: false),
        new("ReadOnlySpan<char>", CanBeRetried: false), new("int*", CanBeRetried: false),
        new("Task"), new("Task<string?>"), new("Task<int>?"), new("ValueTask"), new("ValueTask<(int A, int B)>"),
        new("Job", IsTaskLike: true, CanBeRetried: false), new("Job?", IsTaskLike: true, CanBeRetried: false), new("Duty<string?>", IsTaskLike: true, CanBeRetried: false),
        new("IEnumerable<string?>", CanBeRetried: false), new("IEnumerator<int>", CanBeRetried: false), new("System.Collections.IEnumerable?", CanBeRetried: false),
        new("IAsyncEnumerable<string?>", CanBeRetried: false), new("IAsyncEnumerator<int>", CanBeRetried: false),
    ];

    /// <summary>The type without shape that the products of the other axes use.</summary>
    public static ProductReturn Plain => All[1];

    /// <summary>Whether it can be written in an unsafe context only.</summary>
    public bool IsUnsafe => Type.Contains('*', StringComparison.Ordinal);
}
