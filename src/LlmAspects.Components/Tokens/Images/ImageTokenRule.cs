namespace LlmAspects.Components.Tokens.Images;

/// <summary>How many tokens an image takes of a model, by the rule that its provider publishes. Immutable and thread-safe; no pixel is decoded.</summary>
public abstract record ImageTokenRule
{
    /// <summary>What an image is taken for whose size is not known.</summary>
    private protected static readonly ImageSize TypicalSize = new(1_024, 1_024);

    private protected ImageTokenRule()
    {
    }

    /// <summary>
    /// Claude before 4.7: one token for each 28-pixel patch, after scaling to at most 1,568 pixels a side and 1,568 tokens.
    /// https://platform.claude.com/docs/en/build-with-claude/vision
    /// </summary>
    public static ImageTokenRule ClaudeStandard { get; } = new ClaudeImageRule(1_568, 1_568);

    /// <summary>
    /// Claude from 4.7 on: one token for each 28-pixel patch, after scaling to at most 2,576 pixels a side and 4,784 tokens.
    /// https://platform.claude.com/docs/en/build-with-claude/vision
    /// </summary>
    public static ImageTokenRule ClaudeHighResolution { get; } = new ClaudeImageRule(2_576, 4_784);

    /// <summary>For models whose provider publishes no rule that is known here: all that the common rules give. It is an assumption, not a bound.</summary>
    internal static ImageTokenRule Unknown { get; } = new UnknownImageRule();

    /// <summary>
    /// OpenAI's rule for <c>gpt-4o</c> (85 and 170) and others: a base, and as much again for each 512-pixel tile after scaling to 2,048 pixels a side and 768 pixels on the shorter one;
    /// with the detail <c>low</c> the base alone. https://developers.openai.com/api/docs/guides/images-vision#tile-based-image-tokenization
    /// </summary>
    /// <param name="baseTokens">Tokens of every image, at least 0.</param>
    /// <param name="tileTokens">Tokens of a tile, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or above 100,000.</exception>
    public static ImageTokenRule Tiles(int baseTokens, int tileTokens) => new TileImageRule(baseTokens, tileTokens);

    /// <summary>
    /// OpenAI's rule for <c>gpt-4.1-mini</c>, <c>gpt-5.4</c> and others: a multiple of the 32-pixel patches that cover the image after scaling; give or take one token, as its rounding may differ.
    /// https://developers.openai.com/api/docs/guides/images-vision#patch-based-image-tokenization
    /// </summary>
    /// <param name="multiplier">Tokens of a patch, more than 0 and at most 100.</param>
    /// <param name="high">The limits with the detail <c>high</c>.</param>
    /// <param name="low">The limits with the detail <c>low</c>; <see langword="null"/>: those of <c>high</c>.</param>
    /// <param name="original">The limits with the detail <c>original</c>; <see langword="null"/>: those of <c>high</c>.</param>
    /// <param name="auto">The limits with the detail <c>auto</c>, or none; <see langword="null"/>: those of <c>high</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static ImageTokenRule Patches(decimal multiplier, ImageLimits high, ImageLimits? low = null, ImageLimits? original = null, ImageLimits? auto = null) =>
        new PatchImageRule(multiplier, high, low ?? high, original ?? high, auto ?? high);

    /// <summary>Finds the published rule of a model.</summary>
    /// <param name="modelId">The id as the provider writes it, with or without the date of a version.</param>
    /// <returns><see langword="null"/> when no rule of it is known here.</returns>
    public static ImageTokenRule? ForModel(string modelId)
    {
        ArgumentNullException.ThrowIfNull(modelId);
        return PublishedImageRules.Find(modelId);
    }

    /// <summary>Counts an image.</summary>
    /// <param name="size">Its size.</param>
    /// <param name="detail">The level of detail that is asked for, for example <c>low</c>; <see langword="null"/> is the provider's default.</param>
    public abstract TokenCount Count(ImageSize size, string? detail = null);

    /// <summary>Counts an image whose size is not known: from the least to the most that the rule can give; the guess is that of 1,024 by 1,024 pixels.</summary>
    /// <param name="detail">The level of detail that is asked for; <see langword="null"/> is the provider's default.</param>
    public abstract TokenCount CountUnknownSize(string? detail = null);

    private protected static bool Is(string? detail, string level) => string.Equals(detail, level, StringComparison.OrdinalIgnoreCase);
}
