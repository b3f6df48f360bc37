using System.Composition;
using LlmAspects.Analyzers.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Names;

/// <summary>Writes a component or operation name in snake_case, where it is written as a literal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SnakeCaseCodeFix() : TextChangeCodeFix("Write the name in snake_case", NameIsNotSnakeCaseAnalyzer.Id)
{
    private protected override IEnumerable<TextChange> FindChanges(SyntaxNode root, SemanticModel model, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken) =>
        from diagnostic in diagnostics
        let name = diagnostic.Properties.TryGetValue(NameIsNotSnakeCaseAnalyzer.NameProperty, out var better) ? better : null
        let literal = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as LiteralExpressionSyntax
        where name is not null && literal.IsKind(SyntaxKind.StringLiteralExpression)
        select new TextChange(literal.Span, SymbolDisplay.FormatLiteral(name, quote: true));
}
