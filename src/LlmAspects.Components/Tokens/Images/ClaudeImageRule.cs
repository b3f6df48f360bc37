namespace LlmAspects.Components.Tokens.Images;

/// <summary>
/// One token for each patch of the largest size, of the same proportions, that keeps both limits.
/// https://platform.claude.com/docs/en/build-with-claude/vision-coordinates#how-claude-resizes-and-pads-images
/// </summary>
internal sealed record ClaudeImageRule(int MaxSide, int MaxTokens) : ImageTokenRule
{
    private const int Patch = 28;

    public override TokenCount Count(ImageSize size, string? detail) => TokenCount.Exact((int)Scale(size).Squares(Patch));

    public override TokenCount CountUnknownSize(string? detail) => TokenCount.Between(1, Count(TypicalSize, detail).Estimate, MaxTokens);

    /// <summary>The size that the model sees, before it is padded to whole patches.</summary>
    internal ImageSize Scale(ImageSize size)
    {
        if (Fits(size))
        {
            return size;
        }

        // A side of one pixel always fits, the whole image does not: halve what is between.
        int fits = 1;
        int tooLong = size.LongSide;
        while (tooLong - fits > 1)
        {
            int middle = fits + ((tooLong - fits) / 2);
            if (Fits(WithLongSide(size, middle)))
            {
                fits = middle;
            }
            else
            {
                tooLong = middle;
            }
        }

        return WithLongSide(size, fits);
    }

    // Padded to whole patches the sides must keep the limit too.
    private bool Fits(ImageSize size) => size.LongSide <= MaxSide / Patch * Patch && size.Squares(Patch) <= MaxTokens;

    // Halves are rounded to even, as the provider does.
    private static ImageSize WithLongSide(ImageSize size, int length)
    {
        int other = Math.Max(1, (int)Math.Round(length / ((double)size.LongSide / size.ShortSide), MidpointRounding.ToEven));
        return size.Width >= size.Height ? new ImageSize(length, other) : new ImageSize(other, length);
    }
}
