using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>Converts all methods of a document, a project or a solution in one pass: parts of one type in several documents are changed once.</summary>
internal sealed class ConversionFixAllProvider(Conversion conversion) : FixAllProvider
{
    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var places = await FindPlacesAsync(fixAllContext).ConfigureAwait(false);
        return CodeAction.Create(
            conversion.Title,
            cancellationToken => conversion.ApplyAsync(fixAllContext.Solution, places, cancellationToken),
            conversion.Title);
    }

    private static async Task<IReadOnlyList<(DocumentId Document, TextSpan Span)>> FindPlacesAsync(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => PlacesOf(context.Solution, await context.GetDocumentDiagnosticsAsync(context.Document!).ConfigureAwait(false)),
        FixAllScope.Project => PlacesOf(context.Solution, await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false)),
        _ => await FindPlacesOfSolutionAsync(context).ConfigureAwait(false),
    };

    private static async Task<IReadOnlyList<(DocumentId Document, TextSpan Span)>> FindPlacesOfSolutionAsync(FixAllContext context)
    {
        var places = new List<(DocumentId Document, TextSpan Span)>();
        foreach (var project in context.Solution.Projects.Where(project => project.Language == context.Project.Language))
        {
            places.AddRange(PlacesOf(context.Solution, await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false)));
        }

        return places;
    }

    private static IReadOnlyList<(DocumentId Document, TextSpan Span)> PlacesOf(Solution solution, ImmutableArray<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .Select(diagnostic => (Document: solution.GetDocument(diagnostic.Location.SourceTree), diagnostic.Location.SourceSpan))
            .Where(static place => place.Document is not null)
            .Select(static place => (place.Document!.Id, place.SourceSpan)),
    ];
}
