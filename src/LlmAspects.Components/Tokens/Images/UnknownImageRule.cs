namespace LlmAspects.Components.Tokens.Images;

/// <summary>From the least to the most that common rules give. Models that see images unscaled, or bill them at a large multiple, lie beyond.</summary>
internal sealed record UnknownImageRule : ImageTokenRule
{
    private static readonly ImageTokenRule[] Common =
    [
        Tiles(85, 170),
        Patches(1.2m, new ImageLimits(2_048, 2_500), low: new ImageLimits(512)),
        new ClaudeImageRule(1_568, 1_568),
        new ClaudeImageRule(2_576, 4_784),
    ];

    public override TokenCount Count(ImageSize size, string? detail) => Around([.. Common.Select(rule => rule.Count(size, detail))]);

    public override TokenCount CountUnknownSize(string? detail) => Around([.. Common.Select(rule => rule.CountUnknownSize(detail))]);

    // The guess is that of the tiles, the rule that most servers copy.
    private static TokenCount Around(TokenCount[] counts) =>
        TokenCount.Between(counts.Min(count => count.Lower), counts[0].Estimate, counts.Max(count => count.Upper));
}
