using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.CodeFixes.Conversion.Rules;

/// <summary>Decides for each attribute of a method whether it speaks of the declaration, of the body, or of both.</summary>
internal static class AttributePlaceRules
{
    private static readonly string[] OfTheBody =
    [
        "System.Runtime.CompilerServices.EnumeratorCancellationAttribute",
        "System.Runtime.CompilerServices.AsyncMethodBuilderAttribute",
        "System.Runtime.CompilerServices.SkipLocalsInitAttribute",
    ];

    // They mean the body as well: a suppression may be for either, what restricts the callers allows the body to call on, the rest is about its code.
    private static readonly string[] OfBoth =
    [
        "System.Diagnostics.CodeAnalysis.SuppressMessageAttribute",
        "System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute",
        "System.Runtime.Versioning.OSPlatformAttribute",
        "System.Runtime.Versioning.RequiresPreviewFeaturesAttribute",
        "System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverageAttribute",
        "System.Diagnostics.DebuggerHiddenAttribute",
        "System.Diagnostics.DebuggerNonUserCodeAttribute",
        "System.Diagnostics.DebuggerStepThroughAttribute",
        "System.Diagnostics.StackTraceHiddenAttribute",
        "System.Runtime.CompilerServices.MethodImplAttribute",
    ];

    private static readonly string[] OfBothIfTheBodyNeedsIt =
    [
        "System.ObsoleteAttribute",
        "System.Diagnostics.CodeAnalysis.ExperimentalAttribute",
    ];

    public static AttributePlace PlaceOf(AttributeSyntax attribute, ConversionTarget target)
    {
        if (target.Model.GetSymbolInfo(attribute).Symbol?.ContainingType is not { } type)
        {
            return AttributePlace.Declaration;
        }

        return IsAny(type, OfTheBody, target) ? AttributePlace.Core
            : target.Symbols.AttributesOfBothParts.Any(known => AspectSymbols.IsSame(type, known)) || IsAny(type, OfBoth, target) ? AttributePlace.Both
            : IsAny(type, OfBothIfTheBodyNeedsIt, target) && UsesAnything(target, type) ? AttributePlace.Both
            : AttributePlace.Declaration;
    }

    private static bool IsAny(INamedTypeSymbol type, string[] names, ConversionTarget target) =>
        names.Any(name => target.Model.Compilation.GetTypeByMetadataName(name) is { } known && (AspectSymbols.IsSame(type, known) || AspectSymbols.IsSame(type.BaseType, known)));

    // An obsolete method may use what is obsolete without a warning.
    private static bool UsesAnything(ConversionTarget target, INamedTypeSymbol attribute) =>
        target.Syntax.DescendantNodes(static node => node is not AttributeListSyntax)
            .OfType<SimpleNameSyntax>()
            .Select(name => target.Model.GetSymbolInfo(name).Symbol)
            .Any(symbol => symbol is not null && (AspectSymbols.HasAttribute(symbol, attribute) || (symbol.ContainingType is { } type && AspectSymbols.HasAttribute(type, attribute))));
}
