namespace LlmAspects.Generators.Tests.Signatures.Product;

/// <summary>What kind of type holds the methods.</summary>
public enum ProductContainerKind
{
    Class,
    StaticClass,
    Struct,
    ReadOnlyStruct,
    Interface,
}

/// <summary>One type around the methods.</summary>
/// <param name="Kind">What C# allows in it.</param>
/// <param name="Header">The headers of the types, outermost first; the innermost is called <c>Sample</c>.</param>
/// <param name="BaseHeader">The header of a type to derive from.</param>
/// <param name="IsGlobal">Whether it is in the global namespace.</param>
public sealed record ProductContainer(ProductContainerKind Kind, string[] Header, string? BaseHeader = null, bool IsGlobal = false)
{
    /// <summary>Every container.</summary>
    public static IReadOnlyList<ProductContainer> All { get; } =
    [
        new(ProductContainerKind.Class, ["public partial class Sample"], "public class Origin"),
        new(ProductContainerKind.Class, ["public partial class Global"], IsGlobal: true),
        new(ProductContainerKind.Class, ["public abstract partial record Sample(int Number)"]),
        new(ProductContainerKind.Class, ["public partial record @class"], "public record Origin"),
        new(ProductContainerKind.Class, ["public static partial class Outer<TOuter> where TOuter : class", "public partial interface Middle", "public partial class Sample<TInner> where TInner : struct"]),
        new(ProductContainerKind.StaticClass, ["internal static partial class Sample"]),
        new(ProductContainerKind.Struct, ["public partial struct Sample"]),
        new(ProductContainerKind.ReadOnlyStruct, ["public readonly partial struct Sample"]),
        new(ProductContainerKind.Struct, ["public ref partial struct Sample"]),
        new(ProductContainerKind.ReadOnlyStruct, ["public readonly ref partial struct Sample"]),
        new(ProductContainerKind.Struct, ["public partial class Outer<TOuter>", "internal partial record struct Sample<TInner>(TInner Inner)"]),
        new(ProductContainerKind.Interface, ["public partial interface Sample"], "public interface Origin"),
        new(ProductContainerKind.Interface, ["public partial interface Sample<in TIn, out TOut> where TIn : allows ref struct"]),
    ];

    /// <summary>The container that the products of the other axes use.</summary>
    public static ProductContainer Class => All[0];

    /// <summary>Whether an instance of it is a value.</summary>
    public bool IsStruct => Kind is ProductContainerKind.Struct or ProductContainerKind.ReadOnlyStruct;
}
