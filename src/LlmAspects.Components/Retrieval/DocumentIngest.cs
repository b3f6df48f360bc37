namespace LlmAspects.Components.Retrieval;

/// <summary>Adds documents one after another.</summary>
internal static class DocumentIngest
{
    /// <summary>Adds documents on the thread pool.</summary>
    /// <param name="documents">The documents; read one after another.</param>
    /// <param name="add">Adds one and returns the number of its pieces.</param>
    /// <param name="progress">Told after each document.</param>
    /// <param name="cancellationToken">Stops between two documents.</param>
    /// <returns>The number of documents read.</returns>
    public static Task<int> RunAsync(
        IEnumerable<SourceDocument> documents, Func<SourceDocument, CancellationToken, Task<int>> add, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return Task.Run(() => AddAllAsync(documents, add, progress, cancellationToken), cancellationToken);
    }

    private static async Task<int> AddAllAsync(
        IEnumerable<SourceDocument> documents, Func<SourceDocument, CancellationToken, Task<int>> add, IProgress<IndexingProgress>? progress, CancellationToken cancellationToken)
    {
        int added = 0;
        int chunks = 0;
        foreach (SourceDocument document in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            chunks += await add(document, cancellationToken).ConfigureAwait(false);
            added++;
            progress?.Report(new IndexingProgress(added, chunks, document.Id));
        }

        return added;
    }
}
