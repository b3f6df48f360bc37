using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion.Writing;

/// <summary>Turns a method into a partial declaration and its Core. The body stays where it is: the declaration ends before it, and the header of Core is put between.</summary>
internal static class DeclarationWriter
{
    public static void Write(ConversionTarget target, DocumentEdits edits)
    {
        WriteModifiers(target, edits);
        AttributeListWriter.Keep(target.Syntax.AttributeLists, attribute => AttributePlaceRules.PlaceOf(attribute, target) != AttributePlace.Core, edits);
        foreach (var parameter in target.Syntax.ParameterList.Parameters)
        {
            AttributeListWriter.Keep(parameter.AttributeLists, attribute => AttributePlaceRules.PlaceOf(attribute, target) != AttributePlace.Core, edits);
        }

        CallerNameWriter.Write(target, edits);
        edits.Insert(target.Signature.End, ";" + SourceLayout.SeparatorOfMembers(target.Text, target.Syntax) + CoreHeaderWriter.Write(target));
    }

    private static void WriteModifiers(ConversionTarget target, DocumentEdits edits)
    {
        var modifiers = target.Syntax.Modifiers;
        foreach (var modifier in modifiers.Where(static modifier => modifier.IsKind(SyntaxKind.AsyncKeyword)))
        {
            edits.Delete(TextSpan.FromBounds(modifier.SpanStart, modifier.GetNextToken().SpanStart));
        }

        // A partial method that returns something has to say who may call it.
        if (!modifiers.Any(static modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())))
        {
            edits.Insert(target.FirstTokenOfHeader.SpanStart, "private ");
        }

        if (!target.IsPartial)
        {
            edits.Insert(target.Syntax.ReturnType.SpanStart, "partial ");
        }
    }
}
