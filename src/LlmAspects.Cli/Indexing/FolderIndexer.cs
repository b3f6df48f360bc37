using LlmAspects.Cli.Documents;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Sqlite;

namespace LlmAspects.Cli.Indexing;

/// <summary>Makes a store hold what a folder holds: each file that differs is stored in one transaction, and what vanished is removed at the end.</summary>
/// <param name="store">The store.</param>
/// <param name="retriever">Cuts and embeds documents.</param>
/// <param name="recipe">How files become documents.</param>
internal sealed class FolderIndexer(SqliteRetrievalStore store, ContextRetriever retriever, IndexRecipe recipe)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>What was done so far.</summary>
    public IndexChanges Changes { get; } = new();

    /// <summary>Goes through the files of a folder.</summary>
    /// <param name="before">What the store holds, by id.</param>
    /// <param name="reader">The reader of the folder.</param>
    /// <param name="files">Its files.</param>
    /// <param name="step">Called after each file.</param>
    /// <param name="cancellationToken">Stops between two files; what was stored stays.</param>
    public async Task RunAsync(IReadOnlyDictionary<string, StoredEntry> before, FolderReader reader, IEnumerable<FolderFile> files, Action step, CancellationToken cancellationToken)
    {
        foreach (FolderFile file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await PutAsync(before.GetValueOrDefault(file.Id), reader, file, cancellationToken).ConfigureAwait(false);
            step();
        }

        // Only a run that came to its end knows what is not there any more.
        foreach (string id in before.Keys.Where(id => !_seen.Contains(id)))
        {
            if (reader.IsUnread(id))
            {
                Changes.Kept++;
            }
            else
            {
                await store.RemoveAsync("", id, cancellationToken).ConfigureAwait(false);
                Changes.Removed++;
            }
        }
    }

    private async Task PutAsync(StoredEntry? before, FolderReader reader, FolderFile file, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> description = recipe.Describe(file);
        if (before is not null && IndexRecipe.IsCurrent(before.Metadata, description))
        {
            _seen.Add(file.Id);
            Changes.Unchanged++;
            return;
        }

        if (reader.Open(file) is not { } document)
        {
            return;
        }

        StoredDocument prepared = await retriever.PrepareDocumentAsync(document with { Metadata = description }, cancellationToken).ConfigureAwait(false);
        await store.PutAsync(prepared, cancellationToken).ConfigureAwait(false);
        _seen.Add(file.Id);
        Changes.Pieces += prepared.Pieces.Count;
        _ = before is null ? Changes.Added++ : Changes.Changed++;
    }
}
