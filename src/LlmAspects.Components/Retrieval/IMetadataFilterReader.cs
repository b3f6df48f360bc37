namespace LlmAspects.Components.Retrieval;

/// <summary>Puts a filter into another form, for example into a condition of a database; parts are read before the whole.</summary>
/// <typeparam name="T">The form.</typeparam>
internal interface IMetadataFilterReader<T>
{
    /// <summary>The key has one of the values; without one nothing matches.</summary>
    T AnyOf(string key, IReadOnlyList<string> values);

    /// <summary>The key is there.</summary>
    T Exists(string key);

    /// <summary>The value of the key is a number within limits, which may be infinite.</summary>
    T InRange(string key, double least, double most);

    /// <summary>All parts match; so do none.</summary>
    T All(IReadOnlyList<T> parts);

    /// <summary>The part does not match.</summary>
    T Not(T part);
}
