namespace LlmAspects.Components.Quality.PersonalData;

/// <summary>A piece of personal or secret data: <c>text.Substring(Start, Length)</c>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">The first UTF-16 code unit.</param>
/// <param name="Length">How many there are.</param>
public readonly record struct PersonalDataSpan(PersonalDataKind Kind, int Start, int Length)
{
    internal int End => Start + Length;
}
