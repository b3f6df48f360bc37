using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>
/// Everything of a request that decides its answer: the requested model, the tenant, every message, instructions, tools, response format and sampling.
/// Two keys are equal only if the whole text is; the hash is computed once.
/// </summary>
public readonly struct CacheKey : IEquatable<CacheKey>
{
    private readonly int _hash;

    internal CacheKey(string tenant, string canonical, IReadOnlyList<string> tags)
    {
        Tenant = tenant;
        Canonical = canonical;
        Scopes = CacheScopes.Of(tenant, tags);
        _hash = string.GetHashCode(canonical, StringComparison.Ordinal);
    }

    /// <summary>Whose entry it is.</summary>
    public string Tenant { get; }

    /// <summary>The whole key as text. It holds the prompt: treat it like one.</summary>
    internal string Canonical { get; }

    /// <summary>What invalidates the entry: its tenant and its tags. Not a part of the comparison.</summary>
    internal string[] Scopes { get; }

    /// <summary>Makes the key of a request.</summary>
    /// <param name="target">What was asked for: a pinned model's id, or <c>auto</c> with the version of what chooses; see <see cref="CacheTarget"/>.</param>
    /// <param name="messages">The whole conversation.</param>
    /// <param name="options">The options; may be <see langword="null"/>.</param>
    /// <param name="key">The key.</param>
    /// <param name="obstacle">Why there is none; <see langword="null"/> when there is one.</param>
    /// <returns><see langword="false"/> when a part of the request cannot be compared, so that its answer must not be cached.</returns>
    public static bool TryCreate(
        CacheTarget target,
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        out CacheKey key,
        [NotNullWhen(false)] out string? obstacle)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var writer = new CacheKeyWriter();
        writer.Add("target", target.Text);
        obstacle = CacheKeyOptions.Write(writer, options) ?? CacheKeyMessages.Write(writer, messages);
        var scope = options as LlmChatOptions;
        key = obstacle is null ? new CacheKey(scope?.Tenant ?? "", writer.ToString(), scope?.CacheTags ?? []) : default;
        return obstacle is null;
    }

    /// <inheritdoc/>
    public bool Equals(CacheKey other) => _hash == other._hash && string.Equals(Canonical, other.Canonical, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CacheKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>Whether two keys stand for the same request.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(CacheKey left, CacheKey right) => left.Equals(right);

    /// <summary>Whether two keys stand for different requests.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(CacheKey left, CacheKey right) => !left.Equals(right);
}
