namespace LlmAspects.Components.Quality.Code;

/// <summary>A block of code in an answer, and whether it is well-formed.</summary>
/// <param name="Language">The name behind the fence in lower case; empty when there is none.</param>
/// <param name="Start">The code's first UTF-16 code unit in the answer, behind the fence.</param>
/// <param name="Length">The code's length.</param>
/// <param name="IsValid">Whether it is well-formed; <see langword="null"/> when nobody could say.</param>
/// <param name="Reason">The first error, or why nobody could say; empty for valid code.</param>
public sealed record CodeCheck(string Language, int Start, int Length, bool? IsValid, string Reason);
