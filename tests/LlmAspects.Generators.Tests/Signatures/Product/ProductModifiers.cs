namespace LlmAspects.Generators.Tests.Signatures.Product;

/// <summary>The modifiers of a method.</summary>
/// <param name="Text">The modifiers, <c>partial</c> and <c>this</c> apart.</param>
/// <param name="IsExtension">Whether the first parameter is the receiver.</param>
public sealed record ProductModifiers(string Text, bool IsExtension = false)
{
    private static readonly string[] OfCore = ["static", "readonly", "unsafe"];

    /// <summary>All modifiers.</summary>
    public static IReadOnlyList<ProductModifiers> All { get; } =
    [
        new("public"), new("internal"), new("protected"), new("private"), new("protected internal"), new("private protected"),
        new("public static"), new("private static"), new("internal unsafe"), new("public static unsafe"), new("public readonly"),
        new("public virtual"), new("protected virtual"), new("public override"), new("public sealed override"), new("public new"), new("public new static"), new("public new virtual"),
        new("public static virtual"), new("internal static", IsExtension: true),
    ];

    /// <summary>The modifiers that the products of the other axes use.</summary>
    public static ProductModifiers Public => All[0];

    /// <summary>What Core repeats of them.</summary>
    public string Core => string.Concat(OfCore.Where(Has).Select(static modifier => modifier + " "));

    /// <summary>What a base type declares, if the method overrides or hides it.</summary>
    public string? Hidden => Has("override") ? "public virtual" : !Has("new") ? null : Has("static") ? "public static" : "public";

    /// <summary>Whether a modifier is among them.</summary>
    public bool Has(string modifier) => Text.Split(' ').Contains(modifier);
}
