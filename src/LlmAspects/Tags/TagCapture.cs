namespace LlmAspects;

/// <summary>How the values of tags are recorded, process-wide. Every member may be used at any time, from any thread.</summary>
public static class TagCapture
{
    /// <summary>How many characters of a value are recorded by default.</summary>
    public const int DefaultMaximumLength = 256;

    private static volatile ITagRedactor? s_redactor;
    private static volatile int s_maximumLength = DefaultMaximumLength;

    /// <summary>What is done with values that are marked for redaction. The default is <see langword="null"/>: they are erased, and the tag is an empty text.</summary>
    public static ITagRedactor? Redactor
    {
        get => s_redactor;
        set => s_redactor = value;
    }

    /// <summary>At most so many characters of a text are recorded, from 1 to 65,536. The default is 256.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1 or above 65,536.</exception>
    public static int MaximumLength
    {
        get => s_maximumLength;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1 << 16);
            s_maximumLength = value;
        }
    }
}
