using System.Text.Json.Serialization;

namespace LlmAspects.Components.Pricing;

/// <summary>What every version has: read first, so that a newer file is told apart from a broken one.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record PriceFileHeader
{
    public int? Version { get; init; }
}
