namespace LlmAspects.Components.Tokens.Images;

/// <summary>The size of an image.</summary>
public readonly record struct ImageSize
{
    /// <summary>Creates a size.</summary>
    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1.</exception>
    public ImageSize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Width = width;
        Height = height;
    }

    /// <summary>Pixels, at least 1.</summary>
    public int Width { get; }

    /// <summary>Pixels, at least 1.</summary>
    public int Height { get; }

    internal int LongSide => Math.Max(Width, Height);

    internal int ShortSide => Math.Min(Width, Height);

    /// <summary>How many squares of this side cover the image.</summary>
    internal long Squares(int side) => Cover(Width, side) * Cover(Height, side);

    /// <summary>The same image with sides of at most this length, rounded to whole pixels; it is never enlarged.</summary>
    internal ImageSize Within(int longSide)
    {
        if (LongSide <= longSide)
        {
            return this;
        }

        double scale = (double)longSide / LongSide;
        return new ImageSize(Math.Max(1, (int)Math.Round(Width * scale)), Math.Max(1, (int)Math.Round(Height * scale)));
    }

    private static long Cover(int length, int side) => ((long)length + side - 1) / side;
}
