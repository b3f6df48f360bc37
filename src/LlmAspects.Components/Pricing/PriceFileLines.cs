using System.Globalization;
using System.Text.Json;

namespace LlmAspects.Components.Pricing;

/// <summary>Finds the line of a value in JSON that was read before.</summary>
internal static class PriceFileLines
{
    /// <summary>The line, from 1 on, of the value at a path of property names and array indices.</summary>
    public static int Of(ReadOnlySpan<byte> json, params ReadOnlySpan<string> path)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        foreach (string step in path)
        {
            Enter(ref reader, step);
        }

        return json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
    }

    private static void Enter(ref Utf8JsonReader reader, string step)
    {
        int left = reader.TokenType == JsonTokenType.StartArray ? int.Parse(step, CultureInfo.InvariantCulture) : -1;
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            if (reader.TokenType == JsonTokenType.PropertyName && left < 0 && reader.ValueTextEquals(step))
            {
                reader.Read();
                return;
            }

            if (left == 0)
            {
                return;
            }

            left = Math.Max(-1, left - 1);
            reader.Skip();
        }
    }
}
