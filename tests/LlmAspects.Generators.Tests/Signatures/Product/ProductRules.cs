namespace LlmAspects.Generators.Tests.Signatures.Product;

/// <summary>Which elements of a product C# forbids, and which ones a rule of ours refuses.</summary>
public static class ProductRules
{
    /// <summary>Why C# has no such method; null when it has.</summary>
    /// <param name="method">The element.</param>
    public static string? FindObstacle(ProductMethod method)
    {
        var modifiers = method.Modifiers;
        var container = method.Container;
        return modifiers.IsExtension && container.Kind != ProductContainerKind.StaticClass ? "an extension method outside of a static class (CS1106)"
            : container.Kind == ProductContainerKind.StaticClass && !modifiers.Has("static") ? "an instance member of a static class (CS0708)"
            : container.Kind == ProductContainerKind.StaticClass && modifiers.Has("new") ? "a member hides nothing (CS0109)"
            : modifiers.Text == "public static virtual" && container.Kind != ProductContainerKind.Interface ? "static virtual outside of an interface (CS0112)"
            : modifiers.Has("readonly") && !container.IsStruct ? "readonly outside of a struct (CS0106)"
            : container.IsStruct && modifiers.Has("protected") ? "protected in a struct (CS0666)"
            : container.IsStruct && modifiers.Has("virtual") ? "virtual in a struct (CS0106)"
            : modifiers.Has("override") && container.Kind != ProductContainerKind.Class ? "an override outside of a class (CS0106, CS0115)"
            : modifiers.Hidden is not null && container.BaseHeader is null ? "nothing to override or to hide (CS0115, CS0109)"
            : null;
    }

    /// <summary>Why the method is not expanded, by a rule that says so; null when it is.</summary>
    /// <param name="method">The element.</param>
    public static string? FindRefusal(ProductMethod method)
        => method.Returns.IsTaskLike && method.IsUnsafe ? "a task-like in an unsafe method (LLMA0005)"
            : !method.Aspects.Contains("RetryWithBackoff", StringComparison.Ordinal) ? null
            : !method.Returns.CanBeRetried || !method.Parameters.CanBeRetried ? "what cannot be kept between two attempts (LLMA0008)"
            : method.Container.IsStruct && !method.Modifiers.Has("static") ? "a retry in a struct (LLMA0008)"
            : null;
}
