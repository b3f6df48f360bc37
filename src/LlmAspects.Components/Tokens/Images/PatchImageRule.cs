namespace LlmAspects.Components.Tokens.Images;

/// <summary>A multiple of the patches that cover the image. https://developers.openai.com/api/docs/guides/images-vision#patch-based-image-tokenization</summary>
internal sealed record PatchImageRule : ImageTokenRule
{
    private const int Patch = 32;

    /// <summary>Without a limit the most of an unknown image has no useful bound: it is taken to be at most this long.</summary>
    private const int LargestUnknownSide = 4_096;

    public PatchImageRule(decimal multiplier, ImageLimits high, ImageLimits low, ImageLimits original, ImageLimits auto)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(multiplier, 0m);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(multiplier, 100m);
        (Multiplier, High, Low, Original, Auto) = (multiplier, Valid(high), Valid(low), Valid(original), Valid(auto));
    }

    public decimal Multiplier { get; }

    public ImageLimits High { get; }

    public ImageLimits Low { get; }

    public ImageLimits Original { get; }

    public ImageLimits Auto { get; }

    public override TokenCount Count(ImageSize size, string? detail) => Tokens(PatchesOf(size, LimitsOf(detail)));

    public override TokenCount CountUnknownSize(string? detail)
    {
        ImageLimits limits = LimitsOf(detail);
        int side = limits.MaxPatches is null ? Math.Min(limits.MaxSide, LargestUnknownSide) : limits.MaxSide;
        long most = Math.Min(new ImageSize(side, side).Squares(Patch), limits.MaxPatches ?? long.MaxValue);
        return TokenCount.Between(Tokens(1).Lower, Count(TypicalSize, detail).Estimate, Tokens(most).Upper);
    }

    // The provider says that its own rounding may give one token more or less.
    private TokenCount Tokens(long patches)
    {
        int tokens = (int)Math.Min(int.MaxValue - 1, Math.Ceiling(Multiplier * patches));
        return TokenCount.Between(tokens - 1, tokens, tokens + 1);
    }

    private ImageLimits LimitsOf(string? detail) =>
        Is(detail, "low") ? Low
        : Is(detail, "high") ? High
        : Is(detail, "original") ? Original
        : Auto;

    private static long PatchesOf(ImageSize size, ImageLimits limits)
    {
        ImageSize fitted = size.Within(limits.MaxSide);
        long patches = fitted.Squares(Patch);
        if (limits.MaxPatches is not { } budget || patches <= budget)
        {
            return patches;
        }

        double shrink = Math.Sqrt((double)Patch * Patch * budget / ((double)fitted.Width * fitted.Height));
        double columns = fitted.Width * shrink / Patch;
        double rows = fitted.Height * shrink / Patch;
        double adjusted = shrink * Math.Min(Math.Floor(columns) / columns, Math.Floor(rows) / rows);
        var scaled = new ImageSize(Math.Max(1, (int)(fitted.Width * adjusted)), Math.Max(1, (int)(fitted.Height * adjusted)));
        return Math.Min(budget, scaled.Squares(Patch));
    }

    private static ImageLimits Valid(ImageLimits limits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.MaxSide, Patch, nameof(limits));
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.MaxPatches ?? 1, 1, nameof(limits));
        return limits;
    }
}
