namespace LlmAspects.Runtime;

/// <summary>The tags of one enumeration, which may read its last item.</summary>
internal abstract class StreamTags<T> : StreamTags
{
    /// <summary>Those of another enumeration of the same call.</summary>
    internal abstract StreamTags<T> Fresh();

    internal abstract void Keep(IAsyncEnumerator<T> enumerator);
}
