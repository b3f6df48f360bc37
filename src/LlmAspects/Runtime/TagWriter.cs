using System.ComponentModel;
using System.Globalization;

namespace LlmAspects.Runtime;

/// <summary>Takes the values of tags in the types that spans and metrics carry. Not meant for hand-written code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct TagWriter
{
    private readonly KeyValuePair<string, object?>[] _tags;
    private int _count;

    internal TagWriter(int capacity) => _tags = new KeyValuePair<string, object?>[capacity];

    /// <summary>Takes one value; <see langword="null"/> is left out.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name of the tag.</param>
    /// <param name="value">Strings are cut; booleans and numbers keep their type; all else becomes invariant text.</param>
    public void Write<T>(string name, T value)
    {
        if (value is not null)
        {
            Add(name, ValueOf(value));
        }
    }

    /// <summary>Takes one value that must not be seen as it is: <see cref="TagCapture.Redactor"/> decides, and without one it is erased.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name of the tag.</param>
    /// <param name="value">The value; <see langword="null"/> is left out.</param>
    /// <param name="classification">The attribute that classifies the value; <see langword="null"/> for <see cref="RedactAttribute"/>.</param>
    public void WriteRedacted<T>(string name, T value, Type? classification)
    {
        if (value is null)
        {
            return;
        }

        var redacted = TagCapture.Redactor is { } redactor ? redactor.Redact(TextOf(value), classification) : string.Empty;
        Add(name, Cut(redacted ?? string.Empty));
    }

    internal readonly KeyValuePair<string, object?>[] ToArray() => _count == _tags.Length ? _tags : _tags[.._count];

    /// <summary>The value as text, the same on every machine.</summary>
    internal static string TextOf(object value) => value switch
    {
        // As JSON and most dashboards write it.
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private static object ValueOf(object value) => value switch
    {
        string text => Cut(text),
        bool or sbyte or byte or short or ushort or int or uint or long or float or double => value,
        _ => Cut(TextOf(value)),
    };

    /// <summary>At most as many characters as a tag may have.</summary>
    internal static string Cut(string text)
    {
        var maximum = TagCapture.MaximumLength;
        if (text.Length <= maximum)
        {
            return text;
        }

        // Never half of a surrogate pair.
        return text[..(char.IsHighSurrogate(text[maximum - 1]) ? maximum - 1 : maximum)];
    }

    private void Add(string name, object value)
    {
        if (_count < _tags.Length)
        {
            _tags[_count++] = new KeyValuePair<string, object?>(name, value);
        }
    }
}
