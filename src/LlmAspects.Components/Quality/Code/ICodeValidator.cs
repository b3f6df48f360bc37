namespace LlmAspects.Components.Quality.Code;

/// <summary>Says whether a text is well-formed code of some language. Implementations are thread-safe and run nothing of the code.</summary>
public interface ICodeValidator
{
    /// <summary>Whether the validator knows a language.</summary>
    /// <param name="language">The name behind a code fence in lower case: <c>json</c>, <c>csharp</c>.</param>
    bool CanValidate(string language);

    /// <summary>Checks a text.</summary>
    /// <param name="code">The text.</param>
    /// <returns><see langword="null"/> when it is well-formed, else the first error, for people.</returns>
    string? FindError(string code);
}
