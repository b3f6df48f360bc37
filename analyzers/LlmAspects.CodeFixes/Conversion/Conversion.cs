using LlmAspects.CodeFixes.Conversion.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>One way to rewrite methods. A single fix and a fix of everything take the same way.</summary>
internal abstract class Conversion
{
    /// <summary>What it does to any method.</summary>
    public abstract string Title { get; }

    /// <summary>What it does to this method.</summary>
    public virtual string TitleFor(ConversionTarget target) => Title;

    /// <summary>Why the method cannot be rewritten; null when it can.</summary>
    public abstract Task<string?> FindObstacleAsync(ConversionTarget target, CancellationToken cancellationToken);

    /// <summary>The changes that rewrite a method without obstacles.</summary>
    public abstract Task AddEditsAsync(ConversionTarget target, SolutionEdits edits, CancellationToken cancellationToken);

    /// <summary>Rewrites all methods at the given places that can be.</summary>
    public async Task<Solution> ApplyAsync(Solution solution, IEnumerable<(DocumentId Document, TextSpan Span)> places, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        foreach (var (document, span) in places.Distinct())
        {
            var target = await ConversionTarget.FindAsync(solution.GetDocument(document)!, span, cancellationToken).ConfigureAwait(false);
            if (target is not null && await FindObstacleAsync(target, cancellationToken).ConfigureAwait(false) is null)
            {
                await AddEditsAsync(target, edits, cancellationToken).ConfigureAwait(false);
            }
        }

        return await edits.ApplyToAsync(solution, cancellationToken).ConfigureAwait(false);
    }
}
