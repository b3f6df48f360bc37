using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Core;

/// <summary>Puts the missing Cores after a declaration.</summary>
internal sealed class CreateCoreConversion : Conversion.Conversion
{
    private const string NotImplemented = "System.NotImplementedException";

    /// <inheritdoc/>
    public override string Title => "Create the missing Core";

    /// <inheritdoc/>
    public override async Task<string?> FindTitleAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        var names = await WriteAsync(document, span, edits, cancellationToken).ConfigureAwait(false);
        return names.Count == 0 ? null : $"Create '{string.Join("' and '", names)}'";
    }

    /// <inheritdoc/>
    protected override Task AddEditsAsync(Document document, TextSpan span, SolutionEdits edits, CancellationToken cancellationToken) => WriteAsync(document, span, edits, cancellationToken);

    private static async Task<IReadOnlyList<string>> WriteAsync(Document document, TextSpan span, SolutionEdits edits, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindNode(span).FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return [];
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var missing = MissingCoreRules.Find(member, document, model, text, cancellationToken);
        var exception = model.Compilation.GetTypeByMetadataName(NotImplemented)?.ToMinimalDisplayString(model, member.SpanStart) ?? NotImplemented;
        foreach (var core in missing)
        {
            edits.Of(document).Insert(EndOf(member, text), $"{SourceLayout.SeparatorOfMembers(text, member)}{core.Header} => throw new {exception}();");
        }

        return [.. missing.Select(static core => core.Name)];
    }

    // After a comment at the end of the line, which speaks of the declaration.
    private static int EndOf(MemberDeclarationSyntax member, SourceText text) =>
        SourceLayout.IsFirstOfLine(text, member.GetFirstToken()) && member.GetTrailingTrivia().LastOrDefault(CommentRemoval.IsComment) is { RawKind: not 0 } comment
            ? comment.Span.End
            : member.Span.End;
}
