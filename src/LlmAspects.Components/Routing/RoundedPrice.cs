namespace LlmAspects.Components.Routing;

/// <summary>A price as reasons state it: "up to", in two significant digits. Pure.</summary>
internal static class RoundedPrice
{
    /// <summary>What binary fractions may be too high by, relatively.</summary>
    private const double Doubt = 1e-9;

    /// <summary>Rounds up.</summary>
    public static decimal Up(double dollars)
    {
        if (dollars <= 0)
        {
            return 0;
        }

        int exponent = Math.Clamp((int)Math.Floor(Math.Log10(dollars)) - 1, -26, 26);
        decimal value = (long)Math.Ceiling(dollars / Math.Pow(10, exponent) * (1 - Doubt));
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
