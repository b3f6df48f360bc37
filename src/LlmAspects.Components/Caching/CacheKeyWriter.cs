using System.Buffers;
using System.Globalization;

namespace LlmAspects.Components.Caching;

/// <summary>Writes fields with their lengths, so that no text of one field can pass for another field. To be disposed: its buffer is borrowed.</summary>
internal sealed class CacheKeyWriter : IDisposable
{
    private const int FirstLength = 4096;

    /// <summary>What surrounds the name and the value of a field: separators, and a length of at most ten digits.</summary>
    private const int Frame = 13;

    private char[] _buffer = ArrayPool<char>.Shared.Rent(FirstLength);
    private int _length;

    public void Add(string name, ReadOnlySpan<char> value)
    {
        Reserve(name.Length + value.Length + Frame);
        Append(name);
        Append(":");
        value.Length.TryFormat(_buffer.AsSpan(_length), out int digits, default, CultureInfo.InvariantCulture);
        _length += digits;
        Append(":");
        Append(value);
        Append("\n");
    }

    public void Add(string name, string? value)
    {
        if (value is null)
        {
            Reserve(name.Length + Frame);
            Append(name);
            Append(":-\n");
        }
        else
        {
            Add(name, value.AsSpan());
        }
    }

    public void Add<T>(string name, T? value)
        where T : struct, IFormattable => Add(name, value?.ToString(null, CultureInfo.InvariantCulture));

    public override string ToString() => new(_buffer, 0, _length);

    public void Dispose() => ArrayPool<char>.Shared.Return(_buffer);

    private void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void Reserve(int more)
    {
        if (_buffer.Length - _length >= more)
        {
            return;
        }

        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _buffer.Length, _length + more));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
