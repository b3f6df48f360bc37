namespace LlmAspects.Components.Caching.SecondTier;

/// <summary>How a <see cref="SecondCacheTier"/> keeps answers.</summary>
public sealed record SecondCacheTierOptions
{
    /// <summary>What every key begins with, not empty. The default is <c>llmaspects:cache:</c>; the rest is the SHA-256 of the request's key.</summary>
    public string KeyPrefix { get; init; } = "llmaspects:cache:";

    /// <summary>How long a caller waits for one reading or writing, more than zero; past it the answer is made, or kept in this process only. The default is 250 ms.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// A secret of at least 16 bytes that all processes share: entries are signed with it (HMAC-SHA-256), so that nobody who can only write to the store can make one. The default is empty: a checksum, which
    /// finds damage but no forgery.
    /// </summary>
    public ReadOnlyMemory<byte> SigningKey { get; init; }

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(KeyPrefix);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero);
        if (SigningKey.Length is > 0 and < 16)
        {
            throw new ArgumentException("A signing key has at least 16 bytes.", nameof(SigningKey));
        }
    }
}
