namespace LlmAspects.Components.Routing;

/// <summary>A price rounded up to two significant digits, so that reasons say "up to" and are the same for calls of about the same price.</summary>
internal readonly record struct RoundedPrice(long Packed)
{
    private const int Shift = 8;
    private const int Bias = 128;

    /// <summary>What binary fractions may be too high by, relatively.</summary>
    private const double Doubt = 1e-9;

    public static RoundedPrice Of(double dollars)
    {
        if (dollars <= 0)
        {
            return new RoundedPrice(Bias);
        }

        int exponent = Math.Clamp((int)Math.Floor(Math.Log10(dollars)) - 1, -26, 26);
        double scale = Math.Pow(10, exponent);
        return new RoundedPrice(((long)Math.Ceiling(dollars / scale * (1 - Doubt)) << Shift) | (long)(exponent + Bias));
    }

    public decimal ToDecimal()
    {
        decimal value = Packed >> Shift;
        int exponent = (int)(Packed & ((1 << Shift) - 1)) - Bias;
        for (; exponent < 0; exponent++)
        {
            value /= 10;
        }

        for (; exponent > 0; exponent--)
        {
            value *= 10;
        }

        return value;
    }
}
