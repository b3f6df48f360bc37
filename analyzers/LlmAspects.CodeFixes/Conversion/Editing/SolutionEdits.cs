using Microsoft.CodeAnalysis;

namespace LlmAspects.CodeFixes.Conversion.Editing;

/// <summary>The changes of all documents that one fix touches, each applied once.</summary>
internal sealed class SolutionEdits
{
    private readonly Dictionary<DocumentId, DocumentEdits> _documents = [];

    /// <summary>The changes of a document; those of a file that several projects compile are the same.</summary>
    public DocumentEdits Of(Document document)
    {
        if (!_documents.TryGetValue(document.Id, out var edits))
        {
            edits = new DocumentEdits();
            foreach (var id in document.GetLinkedDocumentIds().Add(document.Id))
            {
                _documents[id] = edits;
            }
        }

        return edits;
    }

    public async Task<Solution> ApplyToAsync(Solution solution, CancellationToken cancellationToken)
    {
        var changed = solution;
        foreach (var pair in _documents)
        {
            var text = await solution.GetDocument(pair.Key)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            changed = changed.WithDocumentText(pair.Key, pair.Value.ApplyTo(text));
        }

        return changed;
    }
}
