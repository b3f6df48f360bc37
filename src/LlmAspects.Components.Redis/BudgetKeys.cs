using System.Buffers.Binary;
using System.Globalization;
using StackExchange.Redis;

namespace LlmAspects.Components.Redis;

/// <summary>The names of the keys and leases of a tenant's day.</summary>
internal static class BudgetKeys
{
    /// <summary>The sums, the leases, and when each of them lapses. The part in braces keeps a tenant's keys on one slot of a cluster.</summary>
    /// <remarks>The letter before the name keeps the braces of the empty tenant from being empty, which would be no hash tag.</remarks>
    public static RedisKey[] Of(string prefix, string tenant, DateOnly day)
    {
        string sums = string.Create(CultureInfo.InvariantCulture, $"{prefix}:{{t{Uri.EscapeDataString(tenant)}}}:{day:yyyyMMdd}");
        return [sums, sums + ":leases", sums + ":expiries"];
    }

    /// <summary>An id that no other ledger gives and that leads to its day.</summary>
    public static Guid NewLease(DateOnly day)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.NewGuid().TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, day.DayNumber);
        return new Guid(bytes);
    }

    /// <summary>The day on which a lease was reserved.</summary>
    /// <exception cref="ArgumentException">The lease is of another ledger.</exception>
    public static DateOnly DayOf(Guid lease)
    {
        Span<byte> bytes = stackalloc byte[16];
        lease.TryWriteBytes(bytes);
        int number = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return number >= 0 && number <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber(number)
            : throw new ArgumentException($"The lease {lease} is not of this ledger.", nameof(lease));
    }
}
