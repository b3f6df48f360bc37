using LlmAspects.CodeFixes.Conversion.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>A way to rewrite methods.</summary>
internal abstract class MethodConversion : Conversion
{
    /// <inheritdoc/>
    public sealed override async Task<string?> FindTitleAsync(Document document, TextSpan span, CancellationToken cancellationToken) =>
        await FindTargetAsync(document, span, cancellationToken).ConfigureAwait(false) is { } target ? TitleFor(target) : null;

    /// <inheritdoc/>
    protected sealed override async Task AddEditsAsync(Document document, TextSpan span, SolutionEdits edits, CancellationToken cancellationToken)
    {
        if (await FindTargetAsync(document, span, cancellationToken).ConfigureAwait(false) is { } target)
        {
            AddEdits(target, edits, cancellationToken);
        }
    }

    /// <summary>What it does to this method.</summary>
    protected abstract string TitleFor(ConversionTarget target);

    /// <summary>Why the method cannot be rewritten; null when it can.</summary>
    protected abstract string? FindObstacle(ConversionTarget target, CancellationToken cancellationToken);

    /// <summary>The changes that rewrite a method without obstacles.</summary>
    protected abstract void AddEdits(ConversionTarget target, SolutionEdits edits, CancellationToken cancellationToken);

    private async Task<ConversionTarget?> FindTargetAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        var target = await ConversionTarget.FindAsync(document, span, cancellationToken).ConfigureAwait(false);
        return target is not null && FindObstacle(target, cancellationToken) is null ? target : null;
    }
}
