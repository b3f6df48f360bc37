using System.Composition;
using LlmAspects.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Tracing;

/// <summary>Writes <c>using</c> in front of a trace block; one that nothing holds gets a variable.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UseTraceBlockCodeFix() : TextChangeCodeFix("Write 'using' in front of the trace block", TraceBlockIsNotDisposedAnalyzer.Id)
{
    private protected override IEnumerable<TextChange> FindChanges(SyntaxNode root, SemanticModel model, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (root.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp8 })
        {
            yield break;
        }

        var names = new TraceBlockNames(model);
        foreach (var diagnostic in diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is InvocationExpressionSyntax start
                && StatementRules.StatementOf(start) is { Parent: BlockSyntax or GlobalStatementSyntax } statement
                && FindChange(statement, start, names) is { } change)
            {
                yield return change;
            }
        }
    }

    // Of several variables in one statement, another one may be disposed by name.
    private static TextChange? FindChange(StatementSyntax statement, InvocationExpressionSyntax start, TraceBlockNames names) => statement switch
    {
        LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } => new TextChange(new TextSpan(statement.SpanStart, 0), "using "),
        ExpressionStatementSyntax => new TextChange(TextSpan.FromBounds(statement.SpanStart, start.SpanStart), $"using var {names.Next(start)} = "),
        _ => null,
    };
}
