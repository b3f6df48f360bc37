using System.Collections.Concurrent;
using System.Globalization;
using LlmAspects.Components.Caching;
using StackExchange.Redis;

namespace LlmAspects.Components.Redis;

/// <summary>
/// What was invalidated, on Redis, for every process with the same keys: a number for each tenant and tag, pushed to all by publish and subscribe, and asked for again after at most
/// <see cref="RedisCacheGenerationsOptions.MaxAge"/>. Thread-safe.
/// </summary>
[LlmComponent("redis_cache_generations")]
public sealed partial class RedisCacheGenerations : ICacheGenerations, IAsyncDisposable
{
    /// <summary>Numbers that are remembered; beyond, all are forgotten and asked for again.</summary>
    private const int MaxScopes = 100_000;

    // The clock of the server makes numbers that were never there before, even when the old one has expired.
    private const string AdvanceScript = """
        local time = redis.call('TIME')
        local number = tonumber(time[1]) * 1000000 + tonumber(time[2])
        local before = tonumber(redis.call('GET', KEYS[1]) or '0')
        if number <= before then number = before + 1 end
        local text = string.format('%.0f', number)
        redis.call('SET', KEYS[1], text, 'PX', ARGV[1])
        redis.call('PUBLISH', ARGV[2], text .. ' ' .. ARGV[3])
        return text
        """;

    private readonly IDatabase _database;
    private readonly RedisCacheGenerationsOptions _options;
    private readonly TimeProvider _time;
    private readonly ChannelMessageQueue _messages;
    private readonly ConcurrentDictionary<string, (long Number, long ReadAt)> _known = new(StringComparer.Ordinal);

    private RedisCacheGenerations(IDatabase database, ChannelMessageQueue messages, RedisCacheGenerationsOptions options, TimeProvider time)
    {
        _database = database;
        _messages = messages;
        _options = options;
        _time = time;
        _messages.OnMessage(Take);
    }

    /// <summary>Begins to listen on a connection, which stays the caller's.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="options">Where the numbers are; <see langword="null"/> gives the defaults.</param>
    /// <param name="timeProvider">The clock of <see cref="RedisCacheGenerationsOptions.MaxAge"/>; <see langword="null"/> is the system's.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="RedisException">Redis cannot be reached.</exception>
    [NoAspects("It makes the component; nothing of it runs before.")]
    public static async Task<RedisCacheGenerations> SubscribeAsync(IConnectionMultiplexer connection, RedisCacheGenerationsOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        options ??= new RedisCacheGenerationsOptions();
        options.Validate();
        ChannelMessageQueue messages = await connection.GetSubscriber().SubscribeAsync(ChannelOf(options)).ConfigureAwait(false);
        return new RedisCacheGenerations(connection.GetDatabase(options.Database ?? -1), messages, options, timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    [NoAspects("A part of every look-up, which is traced; it only reads memory.")]
    public bool TryGet(ReadOnlySpan<string> scopes, Span<long> generations)
    {
        long now = _time.GetTimestamp();
        for (int i = 0; i < scopes.Length; i++)
        {
            if (!IsKnown(scopes[i], now, out generations[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    [ErrorContext, TracePerformance]
    public partial ValueTask<long[]> GetAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken);

    /// <inheritdoc/>
    [ErrorContext, TracePerformance]
    public partial ValueTask AdvanceAsync(string scope, CancellationToken cancellationToken);

    /// <summary>Ends to listen.</summary>
    [NoAspects("Nothing to trace: it only ends the subscription.")]
    public async ValueTask DisposeAsync() => await _messages.UnsubscribeAsync().ConfigureAwait(false);

    private async ValueTask<long[]> GetCoreAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return await Task.WhenAll(scopes.Select(GetAsync)).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<long> GetAsync(string scope)
    {
        // A number is as old as the question for it, not as its answer.
        long asked = _time.GetTimestamp();
        if (IsKnown(scope, asked, out long known))
        {
            return known;
        }

        long number = (long)await _database.StringGetAsync(KeyOf(scope)).ConfigureAwait(false);
        return Remember(scope, number, asked);
    }

    private async ValueTask AdvanceCoreAsync(string scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        long asked = _time.GetTimestamp();
        RedisValue[] arguments = [(long)_options.KeptFor.TotalMilliseconds, ChannelOf(_options).ToString(), scope];
        RedisResult number = await _database.ScriptEvaluateAsync(AdvanceScript, [KeyOf(scope)], arguments).WaitAsync(cancellationToken).ConfigureAwait(false);
        Remember(scope, (long)number, asked);
    }

    private void Take(ChannelMessage message)
    {
        string text = message.Message.ToString();
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && long.TryParse(text.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            Remember(text[(space + 1)..], number, _time.GetTimestamp());
        }
    }

    private bool IsKnown(string scope, long now, out long number)
    {
        bool isKnown = _known.TryGetValue(scope, out (long Number, long ReadAt) known) && _time.GetElapsedTime(known.ReadAt, now) < _options.MaxAge;
        number = known.Number;
        return isKnown;
    }

    // What was asked for before a message came must not undo it.
    private long Remember(string scope, long number, long readAt)
    {
        if (_known.Count >= MaxScopes && !_known.ContainsKey(scope))
        {
            _known.Clear();
        }

        return _known.AddOrUpdate(
            scope,
            static (_, fresh) => fresh,
            static (_, old, fresh) => fresh.readAt > old.ReadAt || (fresh.readAt == old.ReadAt && fresh.number > old.Number) ? (fresh.number, fresh.readAt) : old,
            (number, readAt)).Number;
    }

    private RedisKey KeyOf(string scope) => $"{_options.KeyPrefix}:{scope}";

    private static RedisChannel ChannelOf(RedisCacheGenerationsOptions options) => RedisChannel.Literal(options.KeyPrefix + ":advanced");
}
