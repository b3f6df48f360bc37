using System.Globalization;
using System.Text.RegularExpressions;
using LlmAspects.Reports.Html;

namespace LlmAspects.Tests.Reports.Html;

public sealed class HtmlStyleTests
{
    public static TheoryData<int, string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<int, string, string>();
            foreach (var scheme in (int[])[0, 1])
            {
                foreach (var text in (string[])["ink", "muted", "accent", "bad", "warn"])
                {
                    pairs.Add(scheme, text, "bg");
                    pairs.Add(scheme, text, "card");
                }
            }

            return pairs;
        }
    }

    // WCAG 2.2, success criterion 1.4.3: https://www.w3.org/TR/WCAG22/#contrast-minimum
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Text_StandsOutFromItsBackground(int scheme, string text, string background) =>
        Contrast(ColourOf(scheme, text), ColourOf(scheme, background)).ShouldBeGreaterThanOrEqualTo(4.5);

    // The same, criterion 1.4.11: what must be seen to understand a picture.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Bars_StandOutFromTheirBackground(int scheme) => Contrast(ColourOf(scheme, "bar"), ColourOf(scheme, "card")).ShouldBeGreaterThanOrEqualTo(3);

    /// <summary>The colour of a name in the light scheme, 0, or in the dark one, 1.</summary>
    private static string ColourOf(int scheme, string name)
    {
        var found = Regex.Matches(HtmlStyle.Sheet, $"--{name}:#([0-9a-f]{{3,6}})");
        found.Count.ShouldBe(2);
        var digits = found[scheme].Groups[1].Value;
        return digits.Length == 6 ? digits : string.Concat(digits.Select(digit => $"{digit}{digit}"));
    }

    private static double Contrast(string one, string other)
    {
        double[] luminances = [LuminanceOf(one), LuminanceOf(other)];
        return (luminances.Max() + 0.05) / (luminances.Min() + 0.05);
    }

    // https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    private static double LuminanceOf(string colour)
    {
        var linear = Enumerable.Range(0, 3)
            .Select(channel => int.Parse(colour.AsSpan(2 * channel, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }
}
