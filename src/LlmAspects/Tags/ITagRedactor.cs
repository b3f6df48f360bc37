namespace LlmAspects;

/// <summary>Decides what is left of a tag's value that is marked with <see cref="RedactAttribute"/> or classified.</summary>
/// <remarks>Called from any thread, while the call that is recorded waits. What it throws costs the tag, never the call.</remarks>
public interface ITagRedactor
{
    /// <summary>Returns what may be recorded in place of the value.</summary>
    /// <param name="value">The value as invariant text.</param>
    /// <param name="classification">
    /// The type of the attribute, derived from <c>DataClassificationAttribute</c>, that classifies the value;
    /// <see langword="null"/> for <see cref="RedactAttribute"/>, and for an attribute that the annotated type cannot access.
    /// </param>
    string Redact(string value, Type? classification);
}
