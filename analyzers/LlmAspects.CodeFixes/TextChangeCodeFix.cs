using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes;

/// <summary>A fix that changes the text of the document where a rule fired, in the same way for one report and for all of them.</summary>
public abstract class TextChangeCodeFix : CodeFixProvider
{
    private readonly string _title;

    private protected TextChangeCodeFix(string title, string id)
    {
        _title = title;
        FixableDiagnosticIds = [id];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await ApplyAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var changes = await FindChangesAsync(context.Document, context.Diagnostics, context.CancellationToken).ConfigureAwait(false);
        if (changes.Count > 0)
        {
            var fix = CodeAction.Create(_title, cancellationToken => ApplyAsync(context.Document, context.Diagnostics, cancellationToken), _title);
            context.RegisterCodeFix(fix, context.Diagnostics);
        }
    }

    /// <summary>The changes for some reports, in the order of the text; none for a report that cannot be fixed.</summary>
    private protected abstract IEnumerable<TextChange> FindChanges(SyntaxNode root, SemanticModel model, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken);

    private async Task<IReadOnlyList<TextChange>> FindChangesAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? [.. FindChanges(root, model, diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start), cancellationToken).Distinct()]
            : [];

    private async Task<Document> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(await FindChangesAsync(document, diagnostics, cancellationToken).ConfigureAwait(false)));
    }
}
