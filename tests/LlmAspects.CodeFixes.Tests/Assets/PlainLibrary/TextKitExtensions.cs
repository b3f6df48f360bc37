namespace PlainLibrary;

/// <summary>Extensions, a component of their own.</summary>
[LlmAspects.LlmComponent("text_kit_extensions")]
public static class TextKitExtensions
{
    /// <summary>Shortens a text.</summary>
    public static string Shorten(this string text, int length = 3) => text.Length <= length ? text : text[..length];
}
