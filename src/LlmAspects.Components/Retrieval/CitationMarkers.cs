using System.Buffers;

namespace LlmAspects.Components.Retrieval;

/// <summary>Reads markers such as <c>[2]</c> or <c>[1, 3]</c> in an answer; code and links are passed over.</summary>
internal static class CitationMarkers
{
    private static readonly SearchValues<char> NumberList = SearchValues.Create("0123456789, ");

    /// <summary>A marker.</summary>
    /// <param name="Start">Its opening bracket in the answer.</param>
    /// <param name="End">The code unit after its closing bracket.</param>
    /// <param name="Number">The number; 0 when it has too many digits to be one.</param>
    internal readonly record struct Marker(int Start, int End, int Number);

    public static List<Marker> Read(string answer)
    {
        var markers = new List<Marker>();
        bool inCode = false;
        for (int i = 0; i < answer.Length; i++)
        {
            if (answer[i] == '`')
            {
                inCode = !inCode;
            }
            else if (answer[i] == '[' && !inCode)
            {
                i = ReadAt(answer, i, markers);
            }
        }

        return markers;
    }

    /// <summary>Reads the brackets that open here and returns where to go on from.</summary>
    private static int ReadAt(string answer, int open, List<Marker> markers)
    {
        int close = answer.IndexOf(']', open);
        if (close < 0 || close == open + 1 || (close + 1 < answer.Length && (answer[close + 1] is '(' or ':')))
        {
            return open;
        }

        ReadOnlySpan<char> inside = answer.AsSpan(open + 1, close - open - 1);
        if (inside.ContainsAnyExcept(NumberList) || !inside.ContainsAnyInRange('0', '9'))
        {
            return open;
        }

        foreach (Range part in inside.Split(','))
        {
            if (inside[part].Trim() is { IsEmpty: false } digits)
            {
                markers.Add(new Marker(open, close + 1, digits.Length <= 6 && int.TryParse(digits, out int number) ? number : 0));
            }
        }

        return close;
    }
}
