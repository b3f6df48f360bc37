namespace LlmAspects.Generators.Tests.Signatures.Product;

/// <summary>One element of a product: a method in its container.</summary>
/// <param name="Returns">Its result.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Modifiers">Its modifiers.</param>
/// <param name="Container">Its type.</param>
/// <param name="Aspects">Its attributes.</param>
public sealed record ProductMethod(ProductReturn Returns, ProductParameters Parameters, ProductModifiers Modifiers, ProductContainer Container, string Aspects)
{
    /// <summary>The attributes of every method, in turn.</summary>
    public static IReadOnlyList<string> AllAspects { get; } =
    [
        "ErrorContext", "TracePerformance", "ErrorContext, TracePerformance",
        "ErrorContext, TracePerformance(SampleEvery = 8), Tag(\"first\", \"{a}\"), Tag(\"second\", \"{result}\")",
        "ErrorContext, Tag(\"first\", \"{a}\")", "RetryWithBackoff", "ErrorContext, TracePerformance, RetryWithBackoff, Tag(\"second\", \"{result}\")",
    ];

    /// <summary>Whether its signature needs an unsafe context.</summary>
    public bool NeedsUnsafe => Returns.IsUnsafe || Parameters.IsUnsafe;

    /// <summary>Whether it is written in an unsafe context.</summary>
    public bool IsUnsafe => NeedsUnsafe || Modifiers.Has("unsafe");

    /// <summary>Whether <c>dynamic</c> appears, which the generated part writes as <c>object</c>.</summary>
    public bool IsDynamic => Returns.Type.Contains("dynamic", StringComparison.Ordinal) || Parameters.Declared.Contains("dynamic", StringComparison.Ordinal);

    private string Unsafe => NeedsUnsafe && !Modifiers.Has("unsafe") ? "unsafe " : "";

    private string Receiver => !Modifiers.IsExtension ? "" : Parameters.Declared.Length == 0 ? "this string text" : "this string text, ";

    private string DeclaredConstraints => Modifiers.Has("override") ? Parameters.OnOverride : Parameters.Constraints;

    /// <summary>The annotated declaration and its Core.</summary>
    /// <param name="name">The name of the method.</param>
    public string Write(string name) => $$"""
        [{{Aspects}}] {{Modifiers.Text}} {{Unsafe}}partial {{Returns.Type}} {{name}}{{Parameters.TypeParameters}}({{Receiver}}{{Parameters.Declared}}) {{DeclaredConstraints}};
        private {{Modifiers.Core}}{{Unsafe}}{{Returns.Type}} {{name}}Core{{Parameters.TypeParameters}}({{Receiver}}{{Parameters.Core}}) {{Parameters.Constraints}} => throw null!;
        """;

    /// <summary>The method without aspects, as C# wants it with a body.</summary>
    /// <param name="name">The name of the method.</param>
    public string WriteBare(string name)
        => $"{Modifiers.Text} {Unsafe}{Returns.Type} {name}{Parameters.TypeParameters}({Receiver}{Parameters.Declared}) {DeclaredConstraints} => throw null!;";

    /// <summary>What the base type declares; empty when nothing.</summary>
    /// <param name="name">The name of the method.</param>
    public string WriteHidden(string name)
        => Modifiers.Hidden is { } hidden ? $"{hidden} {Unsafe}{Returns.Type} {name}{Parameters.TypeParameters}({Parameters.Declared}) {Parameters.Constraints} => throw null!;" : "";
}
