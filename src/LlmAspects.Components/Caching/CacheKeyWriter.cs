using System.Globalization;
using System.Text;

namespace LlmAspects.Components.Caching;

/// <summary>Writes fields with their lengths, so that no text of one field can pass for another field.</summary>
internal sealed class CacheKeyWriter
{
    private readonly StringBuilder _text = new(512);

    public void Add(string name, ReadOnlySpan<char> value) =>
        _text.Append(name).Append(':').Append(value.Length).Append(':').Append(value).Append('\n');

    public void Add(string name, string? value)
    {
        if (value is null)
        {
            _text.Append(name).Append(":-\n");
        }
        else
        {
            Add(name, value.AsSpan());
        }
    }

    public void Add<T>(string name, T? value)
        where T : struct, IFormattable => Add(name, value?.ToString(null, CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
