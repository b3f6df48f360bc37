using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Retrieval;

public class MetadataFilterTests
{
    private static readonly Dictionary<string, string> Metadata = new() { ["lang"] = "en", ["year"] = "2024", ["note"] = "no number" };

    public static TheoryData<MetadataFilter, bool> Cases => new()
    {
        { MetadataFilter.Equal("lang", "en"), true },
        { MetadataFilter.Equal("lang", "EN"), false },
        { MetadataFilter.Equal("missing", ""), false },
        { MetadataFilter.AnyOf("lang", "de", "en"), true },
        { MetadataFilter.AnyOf("lang"), false },
        { MetadataFilter.Exists("note"), true },
        { MetadataFilter.Exists("missing"), false },
        { MetadataFilter.InRange("year", 2024, null), true },
        { MetadataFilter.InRange("year", 2024.5, null), false },
        { MetadataFilter.InRange("year", null, 2023), false },
        { MetadataFilter.InRange("note", null, null), false },
        { MetadataFilter.All(), true },
        { MetadataFilter.All(MetadataFilter.Exists("lang"), MetadataFilter.Exists("missing")), false },
        { MetadataFilter.Any(), false },
        { MetadataFilter.Any(MetadataFilter.Exists("lang"), MetadataFilter.Exists("missing")), true },
        { MetadataFilter.Not(MetadataFilter.Exists("missing")), true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Filter_MatchesByItsRule(MetadataFilter filter, bool expected) => filter.Matches(Metadata).ShouldBe(expected);
}
