using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.CodeFixes.Conversion.Writing;

/// <summary>Puts the missing aspects on a declaration: into the list of the other aspect, otherwise into one of their own before the modifiers.</summary>
internal static class AspectAttributeWriter
{
    public static void Write(ConversionTarget target, DocumentEdits edits)
    {
        var (symbols, method) = (target.Symbols, target.Method);
        INamedTypeSymbol[] missing = [.. new[] { symbols.ErrorContext, symbols.TracePerformance }.Where(aspect => !AspectSymbols.HasAttribute(method, aspect))];
        if (missing.Length == 0)
        {
            return;
        }

        var names = AspectTypeNames.For(target, edits);
        var text = string.Join(", ", missing.Select(names));
        if (missing.Length == 1 && Find(target, symbols.ErrorContext) is { } errorContext)
        {
            edits.Insert(errorContext.Span.End, ", " + text);
        }
        else if (missing.Length == 1 && Find(target, symbols.TracePerformance) is { } tracePerformance)
        {
            edits.Insert(tracePerformance.SpanStart, text + ", ");
        }
        else
        {
            edits.Insert(target.FirstTokenOfHeader.SpanStart, $"[{text}]{SourceLayout.SeparatorBefore(target.Text, target.FirstTokenOfHeader)}");
        }
    }

    private static AttributeSyntax? Find(ConversionTarget target, INamedTypeSymbol aspect) =>
        target.Syntax.AttributeLists
            .SelectMany(static list => list.Attributes)
            .FirstOrDefault(attribute => AspectSymbols.IsSame(target.Model.GetSymbolInfo(attribute).Symbol?.ContainingType, aspect));
}
