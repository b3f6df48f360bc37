using Microsoft.Extensions.VectorData;

namespace LlmAspects.Components.Retrieval;

/// <summary>The retriever behind the interfaces of other libraries.</summary>
public static class ContextRetrieverExtensions
{
    /// <summary>
    /// Shows the documents of one tenant as a collection of Microsoft.Extensions.VectorData. A record is a document; a search compares its pieces and
    /// returns it once, with the score of its best piece. Filters are applied before the ranking. The collection is also an
    /// <see cref="IKeywordHybridSearchable{TRecord}"/>, which its <c>GetService</c> returns. Thread-safe.
    /// </summary>
    /// <param name="retriever">The retriever; not disposed with the collection.</param>
    /// <param name="name">The name of the collection, which is the tenant.</param>
    /// <returns>The collection. A text is embedded by the generator of the retriever; vectors are not part of a record, and options that ask for them are refused.</returns>
    public static VectorStoreCollection<string, RetrievalRecord> AsVectorStoreCollection(this ContextRetriever retriever, string name)
    {
        ArgumentNullException.ThrowIfNull(retriever);
        ArgumentNullException.ThrowIfNull(name);
        return new RetrieverVectorStore(retriever, name);
    }
}
