using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LlmAspects.Components.Tokens.Images;

/// <summary>Which model counts images by which rule, as the providers publish it.</summary>
internal static partial class PublishedImageRules
{
    private const decimal Multiplier = 1.2m;

    private static readonly ImageLimits High = new(2_048, 2_500);
    private static readonly ImageLimits Wide = new(2_048, 6_144);
    private static readonly ImageLimits Thumbnail = new(512);
    private static readonly ImageLimits Original = new(6_000, 10_000);
    private static readonly ImageLimits Unscaled = new(65_535);

    private static readonly ImageTokenRule Tiles4o = ImageTokenRule.Tiles(85, 170);
    private static readonly ImageTokenRule Tiles5 = ImageTokenRule.Tiles(70, 140);
    private static readonly ImageTokenRule TilesO = ImageTokenRule.Tiles(75, 150);
    private static readonly ImageTokenRule Patches54 = ImageTokenRule.Patches(Multiplier, High, low: Wide, original: Original);
    private static readonly ImageTokenRule Patches55 = ImageTokenRule.Patches(Multiplier, High, Thumbnail, Original, Original);
    private static readonly ImageTokenRule Patches56 = ImageTokenRule.Patches(Multiplier, High, Thumbnail, Unscaled, Unscaled);

    // https://developers.openai.com/api/docs/guides/images-vision#model-sizing-behavior and #calculating-costs, as of 2026.
    private static readonly FrozenDictionary<string, ImageTokenRule> OpenAI = new Dictionary<string, ImageTokenRule>
    {
        ["gpt-4o"] = Tiles4o,
        ["gpt-4.1"] = Tiles4o,
        ["gpt-4o-mini"] = ImageTokenRule.Tiles(2_833, 5_667),
        ["gpt-5"] = Tiles5,
        ["gpt-5.1"] = Tiles5,
        ["o1"] = TilesO,
        ["o1-pro"] = TilesO,
        ["o3"] = TilesO,
        ["gpt-4.1-mini"] = ImageTokenRule.Patches(1.62m, Wide),
        ["gpt-5.2"] = ImageTokenRule.Patches(Multiplier, Wide),
        ["gpt-5.4"] = Patches54,
        ["gpt-5.4-mini"] = Patches54,
        ["gpt-5.4-nano"] = Patches54,
        ["gpt-5.5"] = Patches55,
        ["gpt-5.6-sol"] = Patches56,
        ["gpt-5.6-terra"] = Patches56,
        ["gpt-5.6-luna"] = Patches56,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static ImageTokenRule? Find(string modelId) =>
        OpenAI.TryGetValue(VersionDate().Replace(modelId, ""), out ImageTokenRule? rule) ? rule : FindClaude(modelId);

    // High resolution begins with 4.7: https://platform.claude.com/docs/en/build-with-claude/vision
    private static ImageTokenRule? FindClaude(string modelId)
    {
        if (ClaudeVersion().Match(modelId) is not { Success: true } match)
        {
            return null;
        }

        int major = int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture);
        int minor = match.Groups["minor"] is { Success: true } given ? int.Parse(given.ValueSpan, CultureInfo.InvariantCulture) : 0;
        return (major, minor).CompareTo((4, 7)) >= 0 ? ImageTokenRule.ClaudeHighResolution : ImageTokenRule.ClaudeStandard;
    }

    [GeneratedRegex(@"-\d{4}-\d{2}-\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionDate();

    // claude-haiku-4-5, claude-sonnet-5, claude-opus-4-20250514, claude-3-5-sonnet-latest.
    [GeneratedRegex("^claude-(?:[a-z]+-)?(?<major>[1-9][0-9]?)(?:-(?<minor>[0-9]{1,2}))?(?:-|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ClaudeVersion();
}
