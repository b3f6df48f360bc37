namespace LlmAspects.Components.Caching;

/// <summary>The generations of an entry's tenant and tags from before its answer was asked for.</summary>
internal sealed class CacheStamp(string[] scopes, long[] generations)
{
    private const int OnTheStack = 16;

    public string[] Scopes => scopes;

    public long[] Generations => generations;

    /// <summary>Takes the numbers of now.</summary>
    public static async ValueTask<CacheStamp> TakeAsync(string[] scopes, ICacheGenerations source, CancellationToken cancellationToken) =>
        new(scopes, await source.GetAsync(scopes, cancellationToken).ConfigureAwait(false));

    /// <summary>Takes the numbers of now, if they are known.</summary>
    public static CacheStamp? TryTake(string[] scopes, ICacheGenerations source)
    {
        long[] now = new long[scopes.Length];
        return source.TryGet(scopes, now) ? new CacheStamp(scopes, now) : null;
    }

    /// <summary>Whether nothing was invalidated since; null when that is not known without asking.</summary>
    public bool? IsCurrent(ICacheGenerations source)
    {
        if (scopes.Length == 1)
        {
            long only = 0;
            return source.TryGet(scopes, new Span<long>(ref only)) ? only == generations[0] : null;
        }

        Span<long> now = scopes.Length <= OnTheStack ? stackalloc long[OnTheStack] : new long[scopes.Length];
        now = now[..scopes.Length];
        return source.TryGet(scopes, now) ? now.SequenceEqual(generations) : null;
    }
}
