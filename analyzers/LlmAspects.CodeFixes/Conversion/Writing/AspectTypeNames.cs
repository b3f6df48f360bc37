using System.Collections.Immutable;
using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.CodeFixes.Conversion.Writing;

/// <summary>How an aspect is written where a method stands: short, after a using directive if need be, or in full where the short name means something else.</summary>
internal static class AspectTypeNames
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat;

    public static Func<INamedTypeSymbol, string> For(ConversionTarget target, DocumentEdits edits)
    {
        INamedTypeSymbol[] aspects = [target.Symbols.ErrorContext, target.Symbols.TracePerformance];
        if (Array.TrueForAll(aspects, aspect => Means(aspect, target)))
        {
            return AspectSymbols.ShortNameOf;
        }

        return Array.TrueForAll(aspects, aspect => MeansNothing(aspect, target)) && !WouldBecomeAmbiguous(target) && UsingDirectiveWriter.TryWrite(target, edits)
            ? AspectSymbols.ShortNameOf
            : static aspect => aspect.ToDisplayString(Full).Replace(aspect.Name, AspectSymbols.ShortNameOf(aspect));
    }

    private static bool Means(INamedTypeSymbol aspect, ConversionTarget target) =>
        LookUp(aspect.Name, target) is { Length: 1 } found && AspectSymbols.IsSame(found[0] as ITypeSymbol, aspect) && LookUp(AspectSymbols.ShortNameOf(aspect), target).IsEmpty;

    private static bool MeansNothing(INamedTypeSymbol aspect, ConversionTarget target) =>
        LookUp(aspect.Name, target).IsEmpty && LookUp(AspectSymbols.ShortNameOf(aspect), target).IsEmpty;

    private static ImmutableArray<ISymbol> LookUp(string name, ConversionTarget target) =>
        target.Model.LookupNamespacesAndTypes(target.Syntax.SpanStart, name: name);

    // A name that a using directive brings today would have two meanings if the namespace of the aspects has it too.
    private static bool WouldBecomeAmbiguous(ConversionTarget target)
    {
        var imported = new HashSet<string>(target.Symbols.ErrorContext.ContainingNamespace.GetTypeMembers().Select(static type => type.Name));
        return target.Syntax.SyntaxTree.GetRoot().DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Where(name => imported.Contains(name.Identifier.ValueText) && name.Parent is not QualifiedNameSyntax)
            .Any(name => target.Model.GetSymbolInfo(name).Symbol is { } symbol && !IsOfAspects(symbol, target));
    }

    private static bool IsOfAspects(ISymbol symbol, ConversionTarget target) =>
        SymbolEqualityComparer.Default.Equals((symbol as INamedTypeSymbol ?? symbol.ContainingType)?.ContainingNamespace, target.Symbols.ErrorContext.ContainingNamespace);
}
