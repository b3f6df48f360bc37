using System.Globalization;

namespace LlmAspects.Cli.Documents;

/// <summary>Sizes as people write them: <c>5MB</c>, <c>200 kB</c>, <c>1MiB</c>, <c>4096</c>.</summary>
internal static class ByteSize
{
    /// <summary>1,000 GB.</summary>
    public const long Largest = 1_000_000_000_000;

    private static readonly (string Unit, long Factor)[] Units =
    [
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("kB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("B", 1),
    ];

    /// <summary>Reads a size; a number without a unit is bytes.</summary>
    /// <returns><see langword="false"/> for anything that is not a size from 1 byte to 1,000 GB.</returns>
    public static bool TryParse(string text, out long bytes)
    {
        string trimmed = text.Trim();
        (string unit, long factor) = Array.Find(Units, entry => trimmed.EndsWith(entry.Unit, StringComparison.OrdinalIgnoreCase));
        string number = unit is null ? trimmed : trimmed[..^unit.Length].TrimEnd();
        bytes = 0;
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            || value > Largest)
        {
            return false;
        }

        decimal total = value * (unit is null ? 1 : factor);
        if (total is < 1 or > Largest)
        {
            return false;
        }

        bytes = (long)total;
        return true;
    }

    public static string Format(long bytes) => bytes switch
    {
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000_000m:0.##} GB"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:0.##} MB"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000m:0.##} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
    };
}
