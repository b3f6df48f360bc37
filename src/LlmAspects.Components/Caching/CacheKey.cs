using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>
/// Everything of a request that decides its answer: the requested model, the tenant, every message, instructions, tools, response format and sampling.
/// Two keys are equal only if the whole text is; the hash is computed once.
/// </summary>
public readonly struct CacheKey : IEquatable<CacheKey>
{
    private readonly int _hash;
    private readonly int _textStart;
    private readonly Range _question;

    internal CacheKey(string tenant, string canonical, IReadOnlyList<string> tags, string? text = null, string? question = null)
    {
        Tenant = tenant;
        Canonical = canonical;
        Scopes = CacheScopes.Of(tenant, tags);
        _hash = string.GetHashCode(canonical, StringComparison.Ordinal);
        if (text is not null && FindQuestion(text, question) is { } start)
        {
            int textStart = canonical.Length - 1 - text.Length;
            _textStart = textStart;
            _question = (textStart + start)..(textStart + start + (question ?? text).Length);
        }
    }

    /// <summary>Whose entry it is.</summary>
    public string Tenant { get; }

    /// <summary>The whole key as text. It holds the prompt: treat it like one.</summary>
    internal string Canonical { get; }

    /// <summary>What invalidates the entry: its tenant and its tags. Not a part of the comparison.</summary>
    internal string[] Scopes { get; }

    /// <summary>Whether the request ends in a question that others may ask in other words.</summary>
    internal bool HasQuestion => _textStart > 0;

    internal ReadOnlySpan<char> Question => Canonical.AsSpan(_question);

    /// <summary>The key up to the text that holds the question, without that text's length.</summary>
    internal ReadOnlySpan<char> BeforeQuestion => Canonical.AsSpan(0, Canonical.LastIndexOf(CacheKeyMessages.TextField, _textStart - 1, StringComparison.Ordinal));

    /// <summary>What the text says before the question.</summary>
    internal ReadOnlySpan<char> TextBeforeQuestion => Canonical.AsSpan(_textStart.._question.Start.Value);

    internal ReadOnlySpan<char> AfterQuestion => Canonical.AsSpan(_question.End.Value..);

    /// <summary>The name of the entry outside this process.</summary>
    internal byte[] ToSha256() => SHA256.HashData(Encoding.UTF8.GetBytes(Canonical));

    /// <summary>Whether everything but the question is the same.</summary>
    internal bool HasSameContext(in CacheKey other) =>
        BeforeQuestion.SequenceEqual(other.BeforeQuestion) && TextBeforeQuestion.SequenceEqual(other.TextBeforeQuestion) && AfterQuestion.SequenceEqual(other.AfterQuestion);

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
        [NotNullWhen(false)] out string? obstacle) => TryCreate(target, messages, options, question: null, out key, out obstacle);

    // The question is the part of the last text that the user wrote; null is the whole text.
    internal static bool TryCreate(
        CacheTarget target, IEnumerable<ChatMessage> messages, ChatOptions? options, string? question, out CacheKey key, [NotNullWhen(false)] out string? obstacle)
    {
        ArgumentNullException.ThrowIfNull(messages);
        IReadOnlyList<ChatMessage> conversation = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        using var writer = new CacheKeyWriter();
        writer.Add("target", target.Text);
        obstacle = CacheKeyOptions.Write(writer, options) ?? CacheKeyMessages.Write(writer, conversation);
        var scope = options as LlmChatOptions;
        key = obstacle is null ? new CacheKey(scope?.Tenant ?? "", writer.ToString(), scope?.CacheTags ?? [], CacheKeyMessages.LastText(conversation), question) : default;
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

    // The question must occur once: else it is not known which part of the text is the template's.
    private static int? FindQuestion(string text, string? question)
    {
        int start = question is null ? 0 : text.IndexOf(question, StringComparison.Ordinal);
        return string.IsNullOrWhiteSpace(question ?? text) || start < 0 || (question is not null && text.LastIndexOf(question, StringComparison.Ordinal) != start) ? null : start;
    }
}
