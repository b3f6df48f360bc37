using LlmAspects.CodeFixes.Conversion.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>One way to rewrite members. A single fix and a fix of everything take the same way.</summary>
internal abstract class Conversion
{
    /// <summary>What it does to any member.</summary>
    public abstract string Title { get; }

    /// <summary>What it would do to the member at a place; null where there is nothing to rewrite, or something prevents it.</summary>
    public abstract Task<string?> FindTitleAsync(Document document, TextSpan span, CancellationToken cancellationToken);

    /// <summary>Rewrites all members at the given places that can be.</summary>
    public async Task<Solution> ApplyAsync(Solution solution, IEnumerable<(DocumentId Document, TextSpan Span)> places, CancellationToken cancellationToken)
    {
        // A file that several projects compile is one file: what one of them says about a member is enough.
        var edits = new SolutionEdits();
        foreach (var place in places.Select(place => (Document: solution.GetDocument(place.Document)!, place.Span)).GroupBy(static place => (place.Document.FilePath ?? place.Document.Id.ToString(), place.Span)))
        {
            await AddEditsAsync(place.First().Document, place.Key.Span, edits, cancellationToken).ConfigureAwait(false);
        }

        return await edits.ApplyToAsync(solution, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The changes that rewrite the member at a place; none where something prevents it.</summary>
    protected abstract Task AddEditsAsync(Document document, TextSpan span, SolutionEdits edits, CancellationToken cancellationToken);
}
