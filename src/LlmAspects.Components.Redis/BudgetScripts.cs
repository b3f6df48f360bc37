namespace LlmAspects.Components.Redis;

/// <summary>
/// The operations of the ledger, each one script. KEYS: the sums, the leases and their expiries of one tenant and day. ARGV begins with the time in milliseconds (negative: the
/// server's) and how long the keys live. A lease is <c>sent:tokens:workflow</c>; the workflow is empty, or a colon and its name, which is also the end of the names of its sums.
/// </summary>
internal static class BudgetScripts
{
    /// <summary>What Reserve and Status answer when it is another day than the keys say; the day follows, counted from 1970.</summary>
    public const int OtherDay = 2;

    /// <summary>What Reserve answers when a limit is in the way; whether it is the workflow's and what is left follow.</summary>
    public const int Exceeded = 1;

    // Every script sweeps first: an unsent lease that has lapsed is given back, a sent one is booked at its worst case.
    private const string Prelude = """
        local sums, leases, expiries = KEYS[1], KEYS[2], KEYS[3]
        local now = tonumber(ARGV[1])
        if now < 0 then
          local time = redis.call('TIME')
          now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
        end
        local today = math.floor(now / 86400000)

        local function keep()
          for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ARGV[2]) end
        end

        local function parse(lease)
          return string.match(lease, '^(%d):(%d+):(.*)$')
        end

        local function sum(field)
          return tonumber(redis.call('HGET', sums, field) or '0')
        end

        local function add(field, workflow, tokens)
          redis.call('HINCRBY', sums, field, tokens)
          if workflow ~= '' then redis.call('HINCRBY', sums, field .. workflow, tokens) end
        end

        local function close(id, tokens, workflow, used)
          redis.call('HDEL', leases, id)
          redis.call('ZREM', expiries, id)
          add('r', workflow, '-' .. tokens)
          add('u', workflow, used)
        end

        local function sweep()
          for _, id in ipairs(redis.call('ZRANGEBYSCORE', expiries, '-inf', string.format('%.0f', now))) do
            local lease = redis.call('HGET', leases, id)
            if lease then
              local sent, tokens, workflow = parse(lease)
              close(id, tokens, workflow, sent == '1' and tokens or '0')
            else
              redis.call('ZREM', expiries, id)
            end
          end
        end

        local function lapse(id, duration)
          redis.call('ZADD', expiries, string.format('%.0f', now + tonumber(duration)), id)
        end

        """;

    /// <summary>ARGV: lease, tokens, workflow, limit of the tenant and of the workflow (negative: none), duration of the lease, day. A lease that is there already is not reserved again.</summary>
    public static string Reserve { get; } = Prelude + """
        local id, tokens, workflow, duration, day = ARGV[3], ARGV[4], ARGV[5], ARGV[8], tonumber(ARGV[9])
        if today ~= day then return { 2, today } end
        sweep()
        if redis.call('HEXISTS', leases, id) == 1 then return { 0 } end

        local function left(limit, field)
          limit = tonumber(limit)
          if limit < 0 then return math.huge end
          return math.max(0, limit - sum('u' .. field) - sum('r' .. field))
        end

        local ofTenant = left(ARGV[6], '')
        local ofWorkflow = workflow == '' and math.huge or left(ARGV[7], workflow)
        if tonumber(tokens) > math.min(ofTenant, ofWorkflow) then
          if ofWorkflow < ofTenant then return { 1, 1, ofWorkflow } end
          return { 1, 0, ofTenant }
        end

        add('r', workflow, tokens)
        redis.call('HSET', leases, id, '0:' .. tokens .. ':' .. workflow)
        lapse(id, duration)
        keep()
        return { 0 }
        """;

    /// <summary>ARGV: lease, 1 when it is sent now, duration. Answers whether the lease is alive.</summary>
    public static string Touch { get; } = Prelude + """
        local id, isSent, duration = ARGV[3], ARGV[4], ARGV[5]
        sweep()
        local lease = redis.call('HGET', leases, id)
        if not lease then return { 0 } end
        if isSent == '1' then redis.call('HSET', leases, id, '1' .. string.sub(lease, 2)) end
        lapse(id, duration)
        keep()
        return { 1 }
        """;

    /// <summary>ARGV: lease, used tokens, what raises an alert (negative: nothing). Answers whether the lease was alive, used more than it had reserved and reached what raises the alert, and all that is used.</summary>
    public static string End { get; } = Prelude + """
        local id, used, alertAt = ARGV[3], ARGV[4], tonumber(ARGV[5])
        sweep()
        local lease = redis.call('HGET', leases, id)
        if not lease then return { 0 } end
        local _, tokens, workflow = parse(lease)
        close(id, tokens, workflow, used)
        local all = sum('u')
        local isReached = alertAt >= 0 and all > 0 and all >= alertAt and redis.call('HSETNX', sums, 'a', '1') == 1
        keep()
        return { 1, tonumber(used) > tonumber(tokens) and 1 or 0, isReached and 1 or 0, all }
        """;

    /// <summary>ARGV: workflow, day. Answers what is used and reserved.</summary>
    public static string Status { get; } = Prelude + """
        if today ~= tonumber(ARGV[4]) then return { 2, today } end
        sweep()
        return { 0, sum('u' .. ARGV[3]), sum('r' .. ARGV[3]) }
        """;
}
