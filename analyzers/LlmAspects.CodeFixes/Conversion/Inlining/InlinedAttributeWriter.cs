using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Writing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.CodeFixes.Conversion.Inlining;

/// <summary>Removes the aspects from a declaration, with the tags that only they record, and takes back what Core alone carries.</summary>
internal static class InlinedAttributeWriter
{
    public static void Write(ConversionTarget target, MethodDeclarationSyntax core, DocumentEdits edits)
    {
        var declaration = target.Syntax;
        AttributeListWriter.Keep(declaration.AttributeLists, attribute => !IsOfAspects(attribute, target), edits);
        foreach (var list in Missing(declaration.AttributeLists, core.AttributeLists))
        {
            edits.Insert(target.FirstTokenOfHeader.SpanStart, list + SourceLayout.SeparatorBefore(target.Text, target.FirstTokenOfHeader));
        }

        for (var i = 0; i < declaration.ParameterList.Parameters.Count; i++)
        {
            var (parameter, ofCore) = (declaration.ParameterList.Parameters[i], core.ParameterList.Parameters[i]);
            AttributeListWriter.Keep(parameter.AttributeLists, attribute => !IsOfAspects(attribute, target), edits);
            foreach (var list in Missing(parameter.AttributeLists, ofCore.AttributeLists))
            {
                edits.Insert(parameter.Modifiers.Count > 0 ? parameter.Modifiers[0].SpanStart : parameter.Type!.SpanStart, list + " ");
            }
        }
    }

    private static IEnumerable<string> Missing(SyntaxList<AttributeListSyntax> declared, SyntaxList<AttributeListSyntax> ofCore)
    {
        var attributes = declared.SelectMany(static list => list.Attributes).ToList();
        return AttributeListWriter.Copy(ofCore, attribute => !attributes.Exists(other => SyntaxFactory.AreEquivalent(attribute, other)));
    }

    private static bool IsOfAspects(AttributeSyntax attribute, ConversionTarget target) =>
        target.Model.GetSymbolInfo(attribute).Symbol?.ContainingType is { } type
        && (target.Symbols.IsAspect(type) || AspectSymbols.IsSame(type, target.Symbols.Tag) || AspectSymbols.IsSame(type, target.Symbols.Redact));
}
