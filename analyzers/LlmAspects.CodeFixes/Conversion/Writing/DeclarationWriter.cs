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
        ParameterAlignment.Follow(target.Syntax.ParameterList, target.Text, edits);
        edits.Insert(target.Signature.End, ";" + SourceLayout.SeparatorOfMembers(target.Text, target.Syntax) + CoreHeaderWriter.Write(target));
    }

    private static void WriteModifiers(ConversionTarget target, DocumentEdits edits)
    {
        var modifiers = target.Syntax.Modifiers;
        var last = target.Syntax.ReturnType.GetFirstToken().GetPreviousToken();
        var replaced = !target.IsPartial && last.IsKind(SyntaxKind.AsyncKeyword) ? last : default;
        foreach (var modifier in modifiers.Where(modifier => modifier != replaced && (modifier.IsKind(SyntaxKind.AsyncKeyword) || IsSealedInInterface(modifier, target))))
        {
            edits.Delete(TextSpan.FromBounds(modifier.SpanStart, SourceLayout.EndOfGapAfter(modifier)));
        }

        // A partial method that returns something has to say who may call it.
        if (!modifiers.Any(static modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())))
        {
            edits.Insert(target.FirstTokenOfHeader.SpanStart, "private ");
        }

        var place = replaced.RawKind == 0 ? new TextSpan(target.Syntax.ReturnType.SpanStart, 0) : replaced.Span;
        if (IsVirtualByDefault(target))
        {
            edits.Insert(place.Start, "virtual ");
        }

        if (!target.IsPartial)
        {
            edits.Replace(place, replaced.RawKind == 0 ? "partial " : "partial");
        }
    }

    // In an interface, a partial method is not virtual unless it says so, and must not be sealed (CS0238).
    private static bool IsVirtualByDefault(ConversionTarget target) =>
        target is { Method: { IsVirtual: true, ContainingType.TypeKind: TypeKind.Interface }, IsPartial: false } && !target.Syntax.Modifiers.Any(SyntaxKind.VirtualKeyword);

    private static bool IsSealedInInterface(SyntaxToken modifier, ConversionTarget target) =>
        modifier.IsKind(SyntaxKind.SealedKeyword) && target.Method.ContainingType.TypeKind == TypeKind.Interface;
}
