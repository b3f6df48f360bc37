namespace LlmAspects.Components.Routing;

/// <summary>Which arm a key belongs to: the same in every process and version. Pure.</summary>
internal static class AbAssignment
{
    private const ulong FnvOffset = 14_695_981_039_346_656_037;
    private const ulong FnvPrime = 1_099_511_628_211;

    public static bool IsTreatment(AbTest test, string key) => ToUnit(Hash(Hash(FnvOffset, test.Name) * FnvPrime, key)) < test.TreatmentShare;

    // Fowler, Noll and Vo's hash (1a) over UTF-16.
    private static ulong Hash(ulong hash, string text)
    {
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * FnvPrime;
        }

        return hash;
    }

    // The high bits of FNV hardly depend on the last letters: the finalizer of MurmurHash3 spreads them.
    private static double ToUnit(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51_AFD7_ED55_8CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CE_B9FE_1A85_EC53;
        return ((hash ^ (hash >> 33)) >> 11) * (1.0 / (1UL << 53));
    }
}
