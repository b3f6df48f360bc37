using System.Globalization;

namespace LlmAspects.Components.Caching;

/// <summary>The names of what can be invalidated: a tenant, or a tag of a tenant.</summary>
internal static class CacheScopes
{
    private static readonly string[] NoTenant = [OfTenant("")];

    /// <summary>The tenant first, then its tags.</summary>
    public static string[] Of(string tenant, IReadOnlyList<string> tags)
    {
        if (tags.Count == 0)
        {
            return tenant.Length == 0 ? NoTenant : [OfTenant(tenant)];
        }

        return [OfTenant(tenant), .. tags.Distinct(StringComparer.Ordinal).Select(tag => OfTag(tenant, tag))];
    }

    public static string OfTenant(string tenant) => "tenant:" + tenant;

    // The length keeps tenant and tag apart, whatever they are.
    public static string OfTag(string tenant, string tag) => string.Create(CultureInfo.InvariantCulture, $"tag:{tenant.Length}:{tenant}:{tag}");
}
