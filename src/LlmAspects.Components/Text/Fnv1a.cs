namespace LlmAspects.Components.Text;

/// <summary>Fowler, Noll and Vo's hash (1a) of 64 bits, the same in every process and version: http://www.isthe.com/chongo/tech/comp/fnv/.</summary>
internal static class Fnv1a
{
    /// <summary>The hash of nothing.</summary>
    public const ulong Empty = 14_695_981_039_346_656_037;

    private const ulong Prime = 1_099_511_628_211;

    /// <summary>Takes one more unit into a hash.</summary>
    public static ulong Extend(ulong hash, ulong unit) => (hash ^ unit) * Prime;

    /// <summary>Takes the UTF-16 units of a text into a hash.</summary>
    public static ulong Extend(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (char unit in text)
        {
            hash = Extend(hash, unit);
        }

        return hash;
    }

    /// <summary>Keeps what follows apart from what was taken, as a unit of zero does.</summary>
    public static ulong Separate(ulong hash) => Extend(hash, 0);
}
