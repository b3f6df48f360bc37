namespace LlmAspects.Components.Caching;

/// <summary>
/// A number for each scope (a tenant, or a tag of a tenant) that changes when the scope is invalidated. An entry remembers the numbers from before its answer was asked for,
/// and is served only while they are the same: an answer that was under way during an invalidation is never served after it. Implementations are thread-safe.
/// </summary>
public interface ICacheGenerations
{
    /// <summary>Reads the numbers without asking anybody.</summary>
    /// <param name="scopes">The scopes.</param>
    /// <param name="generations">As many numbers; undefined when the answer is <see langword="false"/>.</param>
    /// <returns>Whether all of them are known and fresh enough.</returns>
    bool TryGet(ReadOnlySpan<string> scopes, Span<long> generations);

    /// <summary>Reads the numbers, from where they are kept if they are not known here.</summary>
    /// <param name="scopes">The scopes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The numbers in the order of the scopes.</returns>
    ValueTask<long[]> GetAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken);

    /// <summary>Gives a scope a number that it never had before.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask AdvanceAsync(string scope, CancellationToken cancellationToken);
}
