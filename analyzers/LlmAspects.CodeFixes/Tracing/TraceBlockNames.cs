using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.CodeFixes.Tracing;

/// <summary>Finds free names for the variables of trace blocks: that of the operation, or <c>block</c>.</summary>
internal sealed class TraceBlockNames(SemanticModel model)
{
    private const string Default = "block";
    private readonly HashSet<(SyntaxNode Member, string Name)> _given = [];

    public string Next(InvocationExpressionSyntax start)
    {
        var (member, wanted) = (MemberOf(start), WantedFor(start));
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? wanted : wanted + number;
            if (IsFree(name, start, member) && _given.Add((member, name)))
            {
                return name;
            }
        }
    }

    // Top-level statements share one scope.
    private static SyntaxNode MemberOf(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot();

    // What is declared in an inner scope of the member would conflict as well.
    private bool IsFree(string name, SyntaxNode place, SyntaxNode member) =>
        model.LookupSymbols(place.SpanStart, name: name).IsEmpty && !member.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    private static string WantedFor(InvocationExpressionSyntax start)
    {
        var operation = start.ArgumentList.Arguments.Select(static argument => argument.Expression).OfType<LiteralExpressionSyntax>()
            .LastOrDefault(static literal => literal.IsKind(SyntaxKind.StringLiteralExpression))?.Token.ValueText ?? "";
        var words = operation.Split(['_'], StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words.Select(static (word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word.Substring(1)));
        return SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : Default;
    }
}
