using System.Globalization;

namespace LlmAspects.Components.Retrieval;

/// <summary>Which documents may be found, by their metadata; applied before the ranking. Immutable and thread-safe. Keys and values are compared ordinally.</summary>
public abstract record MetadataFilter
{
    private protected MetadataFilter()
    {
    }

    /// <summary>The document has the key with this value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public static MetadataFilter Equal(string key, string value) => AnyOf(key, value);

    /// <summary>The document has the key with one of these values.</summary>
    /// <param name="key">The key.</param>
    /// <param name="values">The values; without one nothing is found.</param>
    public static MetadataFilter AnyOf(string key, params IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(values);
        return new AnyOfFilter(key, [.. values]);
    }

    /// <summary>The document has the key.</summary>
    /// <param name="key">The key.</param>
    public static MetadataFilter Exists(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new ExistsFilter(key);
    }

    /// <summary>The value of the key is a number (invariant culture) within limits.</summary>
    /// <param name="key">The key.</param>
    /// <param name="least">The least number; <see langword="null"/> for no limit.</param>
    /// <param name="most">The greatest number; <see langword="null"/> for no limit.</param>
    public static MetadataFilter InRange(string key, double? least, double? most)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new RangeFilter(key, least ?? double.NegativeInfinity, most ?? double.PositiveInfinity);
    }

    /// <summary>All filters match; so do none.</summary>
    /// <param name="filters">The filters.</param>
    public static MetadataFilter All(params IEnumerable<MetadataFilter> filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        return new AllFilter([.. filters]);
    }

    /// <summary>At least one filter matches.</summary>
    /// <param name="filters">The filters.</param>
    public static MetadataFilter Any(params IEnumerable<MetadataFilter> filters) => Not(All(filters.Select(Not)));

    /// <summary>The filter does not match.</summary>
    /// <param name="filter">The filter.</param>
    public static MetadataFilter Not(MetadataFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new NotFilter(filter);
    }

    /// <summary>Whether a document with this metadata may be found.</summary>
    /// <param name="metadata">The metadata.</param>
    public bool Matches(IReadOnlyDictionary<string, string> metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return Allows(new SourceDocument("", "") { Metadata = metadata });
    }

    /// <summary>Whether a document may be found.</summary>
    internal abstract bool Allows(SourceDocument document);

    /// <summary>What a reader makes of the filter.</summary>
    internal abstract T Accept<T>(IMetadataFilterReader<T> reader);

    private sealed record AnyOfFilter(string Key, string[] Values) : MetadataFilter
    {
        internal override bool Allows(SourceDocument document) =>
            document.Metadata.TryGetValue(Key, out string? found) && Array.IndexOf(Values, found) >= 0;

        internal override T Accept<T>(IMetadataFilterReader<T> reader) => reader.AnyOf(Key, Values);
    }

    private sealed record ExistsFilter(string Key) : MetadataFilter
    {
        internal override bool Allows(SourceDocument document) => document.Metadata.ContainsKey(Key);

        internal override T Accept<T>(IMetadataFilterReader<T> reader) => reader.Exists(Key);
    }

    private sealed record RangeFilter(string Key, double Least, double Most) : MetadataFilter
    {
        internal override bool Allows(SourceDocument document) =>
            document.Metadata.TryGetValue(Key, out string? found)
            && double.TryParse(found, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= Least && number <= Most;

        internal override T Accept<T>(IMetadataFilterReader<T> reader) => reader.InRange(Key, Least, Most);
    }

    private sealed record AllFilter(MetadataFilter[] Filters) : MetadataFilter
    {
        internal override bool Allows(SourceDocument document) => Array.TrueForAll(Filters, filter => filter.Allows(document));

        internal override T Accept<T>(IMetadataFilterReader<T> reader) => reader.All([.. Filters.Select(filter => filter.Accept(reader))]);
    }

    private sealed record NotFilter(MetadataFilter Filter) : MetadataFilter
    {
        internal override bool Allows(SourceDocument document) => !Filter.Allows(document);

        internal override T Accept<T>(IMetadataFilterReader<T> reader) => reader.Not(Filter.Accept(reader));
    }
}
