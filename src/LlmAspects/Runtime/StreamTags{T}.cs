namespace LlmAspects.Runtime;

/// <summary>The tags of one enumeration, which may read its last item.</summary>
internal abstract class StreamTags<T> : StreamTags
{
    internal abstract override StreamTags<T> Fresh();

    /// <summary>Remembers the last item when it is going to be read.</summary>
    internal abstract void Keep(IAsyncEnumerator<T> enumerator);
}
