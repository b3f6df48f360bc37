namespace LlmAspects.Components.Retrieval;

/// <summary>Documents for which a function is true.</summary>
internal sealed record PredicateFilter(Func<RetrievalRecord, bool> Predicate) : MetadataFilter
{
    internal override bool Allows(SourceDocument document) => Predicate(RetrievalRecord.Of(document));

    internal override T Accept<T>(IMetadataFilterReader<T> reader) => throw new NotSupportedException("A function cannot be put into another form.");
}
