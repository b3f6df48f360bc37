using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Tags;

/// <summary>A parameter, property or field that can be marked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Document">Where it is declared.</param>
/// <param name="Syntax">Its declaration.</param>
/// <param name="Mark">The attribute as it is written there.</param>
internal sealed record RecordedValue(string Name, Document Document, SyntaxNode Syntax, string Mark)
{
    /// <summary>The value, if its declaration is written by hand in this compilation.</summary>
    public static RecordedValue? TryCreate(ISymbol member, INamedTypeSymbol redact, Solution solution, Compilation compilation, CancellationToken cancellationToken) =>
        PartialRules.SyntaxOf(DeclaredOf(member), cancellationToken) is { } syntax
        && compilation.ContainsSyntaxTree(syntax.SyntaxTree)
        && solution.GetDocument(syntax.SyntaxTree) is { } document and not SourceGeneratedDocument
        && (syntax is ParameterSyntax or PropertyDeclarationSyntax ? syntax : syntax.FirstAncestorOrSelf<FieldDeclarationSyntax>()) is { } declaration
            ? new RecordedValue(member.Name, document, declaration, MarkAt(declaration.SpanStart, redact, compilation.GetSemanticModel(syntax.SyntaxTree)))
            : null;

    public void Write(SolutionEdits edits)
    {
        var lists = Syntax switch
        {
            ParameterSyntax parameter => parameter.AttributeLists,
            MemberDeclarationSyntax member => member.AttributeLists,
            _ => default,
        };
        if (lists.FirstOrDefault(static list => list.Target is null) is { } list)
        {
            edits.Of(Document).Insert(list.Attributes.Last().Span.End, ", " + Mark);
        }
        else
        {
            var text = Syntax.SyntaxTree.GetText();
            var separator = Syntax is ParameterSyntax ? " " : SourceLayout.SeparatorBefore(text, Syntax.GetFirstToken());
            edits.Of(Document).Insert(Syntax.SpanStart, $"[{Mark}]{separator}");
        }
    }

    // The parameters of an accessor are written on its indexer.
    private static ISymbol DeclaredOf(ISymbol member) =>
        member is IParameterSymbol { ContainingSymbol: IMethodSymbol { AssociatedSymbol: IPropertySymbol indexer } } parameter && parameter.Ordinal < indexer.Parameters.Length
            ? indexer.Parameters[parameter.Ordinal]
            : member;

    private static string MarkAt(int position, INamedTypeSymbol redact, SemanticModel model)
    {
        var name = redact.ToMinimalDisplayString(model, position);
        return name.Substring(0, name.Length - redact.Name.Length) + AspectSymbols.ShortNameOf(redact);
    }
}
