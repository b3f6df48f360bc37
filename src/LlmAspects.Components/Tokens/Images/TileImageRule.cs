namespace LlmAspects.Components.Tokens.Images;

/// <summary>A base and a price for each tile. https://developers.openai.com/api/docs/guides/images-vision#tile-based-image-tokenization</summary>
internal sealed record TileImageRule : ImageTokenRule
{
    private const int MaxSide = 2_048;
    private const int ShortSide = 768;
    private const int Tile = 512;
    private const int MaxTiles = MaxSide / Tile * 2;
    private const int Most = 100_000;

    public TileImageRule(int baseTokens, int tileTokens)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(baseTokens);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(baseTokens, Most);
        ArgumentOutOfRangeException.ThrowIfNegative(tileTokens);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tileTokens, Most);
        BaseTokens = baseTokens;
        TileTokens = tileTokens;
    }

    public int BaseTokens { get; }

    public int TileTokens { get; }

    public override TokenCount Count(ImageSize size, string? detail) =>
        TokenCount.Exact(Is(detail, "low") ? BaseTokens : Tokens(Scale(size).Squares(Tile)));

    public override TokenCount CountUnknownSize(string? detail) =>
        Is(detail, "low") ? TokenCount.Exact(BaseTokens) : TokenCount.Between(Tokens(1), Count(TypicalSize, detail).Estimate, Tokens(MaxTiles));

    private int Tokens(long tiles) => BaseTokens + (TileTokens * (int)tiles);

    private static ImageSize Scale(ImageSize size)
    {
        ImageSize fitted = size.Within(MaxSide);
        if (fitted.ShortSide <= ShortSide)
        {
            return fitted;
        }

        // The other side is rounded down.
        int longSide = (int)((long)fitted.LongSide * ShortSide / fitted.ShortSide);
        return new ImageSize(longSide, ShortSide);
    }
}
