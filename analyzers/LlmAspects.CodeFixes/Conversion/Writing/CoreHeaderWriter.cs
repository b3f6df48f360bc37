using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Rules;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion.Writing;

/// <summary>Writes what stands before the body of a Core method: the words of the declaration, without those that only it may say.</summary>
internal static class CoreHeaderWriter
{
    private static readonly SyntaxKind[] ModifiersOfCore = [SyntaxKind.StaticKeyword, SyntaxKind.ReadOnlyKeyword, SyntaxKind.UnsafeKeyword, SyntaxKind.AsyncKeyword];

    public static string Write(ConversionTarget target)
    {
        var separator = SourceLayout.SeparatorBefore(target.Text, target.Syntax.GetFirstToken());
        var attributes = AttributeListWriter.Copy(target.Syntax.AttributeLists, attribute => StandsOnCore(attribute, target)).Select(list => list + separator);
        return string.Concat(attributes) + WriteWithoutAttributes(target);
    }

    public static string WriteWithoutAttributes(ConversionTarget target)
    {
        var modifiers = target.Syntax.Modifiers.Where(static modifier => ModifiersOfCore.Contains(modifier.Kind())).Select(static modifier => modifier.Text + " ");
        var start = "private " + string.Concat(modifiers);
        return start + SignatureOf(target, start.Length);
    }

    /// <summary>The constraints of a method as they are written at a place, with the space before them.</summary>
    public static string ConstraintsOf(IMethodSymbol method, SemanticModel model, int position)
    {
        var parts = method.ToMinimalDisplayParts(model, position, CoreSignature.Format);
        var constraints = parts.SkipWhile(static part => part.Kind != SymbolDisplayPartKind.Keyword || part.ToString() != "where").Select(static part => part.ToString());
        var text = string.Concat(constraints);
        return text.Length == 0 ? "" : " " + text;
    }

    private static bool StandsOnCore(AttributeSyntax attribute, ConversionTarget target) => AttributePlaceRules.PlaceOf(attribute, target) != AttributePlace.Declaration;

    private static string SignatureOf(ConversionTarget target, int lengthBefore)
    {
        var (syntax, edits) = (target.Syntax, new DocumentEdits());
        edits.Replace(syntax.Identifier.Span, target.CoreName);
        foreach (var parameter in syntax.TypeParameterList?.Parameters ?? default)
        {
            AttributeListWriter.Keep(parameter.AttributeLists, attribute => StandsOnCore(attribute, target), edits);
        }

        foreach (var parameter in syntax.ParameterList.Parameters)
        {
            ReduceParameter(parameter, target, edits);
        }

        var beforeParameters = edits.ApplyTo(target.Text, TextSpan.FromBounds(target.Signature.Start, syntax.ParameterList.SpanStart));
        var indentation = SourceLayout.IndentationOf(target.Text, syntax.SpanStart);
        ParameterAlignment.Shift(syntax.ParameterList, target.Text, indentation.Length + lengthBefore + beforeParameters.Length, edits);

        // An override inherits its constraints; Core is none and has to say them.
        var part = target.Method.IsOverride ? TextSpan.FromBounds(target.Signature.Start, syntax.ParameterList.Span.End) : target.Signature;
        RemoveComments(target, part, edits);
        return edits.ApplyTo(target.Text, part) + (target.Method.IsOverride ? ConstraintsOf(target.Method, target.Model, target.Signature.End) : "");
    }

    private static void ReduceParameter(ParameterSyntax parameter, ConversionTarget target, DocumentEdits edits)
    {
        AttributeListWriter.Keep(parameter.AttributeLists, attribute => StandsOnCore(attribute, target), edits);
        foreach (var modifier in parameter.Modifiers.Where(static modifier => modifier.IsKind(SyntaxKind.ThisKeyword)))
        {
            edits.Delete(TextSpan.FromBounds(modifier.SpanStart, SourceLayout.EndOfGapAfter(modifier)));
        }

        if (parameter.Default is { } value)
        {
            edits.Delete(TextSpan.FromBounds(parameter.Identifier.Span.End, value.Span.End));
        }
    }

    // They are said once, on the declaration.
    private static void RemoveComments(ConversionTarget target, TextSpan part, DocumentEdits edits)
    {
        foreach (var trivia in target.Syntax.DescendantTrivia(part).Where(trivia => part.Contains(trivia.Span) && CommentRemoval.IsComment(trivia)))
        {
            edits.Delete(CommentRemoval.SpanOf(trivia, target.Text));
        }
    }
}
