using LlmAspects.Components.Text;

namespace LlmAspects.Components.Routing;

/// <summary>Which arm a key belongs to: the same in every process and version. Pure.</summary>
internal static class AbAssignment
{
    public static bool IsTreatment(AbTest test, string key) =>
        ToUnit(Fnv1a.Extend(Fnv1a.Separate(Fnv1a.Extend(Fnv1a.Empty, test.Name)), key)) < test.TreatmentShare;

    // The high bits of FNV hardly depend on the last letters: the finalizer of MurmurHash3 spreads them.
    private static double ToUnit(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51_AFD7_ED55_8CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CE_B9FE_1A85_EC53;
        return ((hash ^ (hash >> 33)) >> 11) * (1.0 / (1UL << 53));
    }
}
