namespace LlmAspects.Components.Quality.PersonalData;

/// <summary>A text without its personal data.</summary>
/// <param name="Text">The text, with <c>[email]</c>, <c>[phone]</c>, <c>[iban]</c>, <c>[payment card]</c>, <c>[ip address]</c> or <c>[secret]</c> in place of each piece.</param>
/// <param name="Removed">The pieces, with their places in the original, in order.</param>
public sealed record RedactedText(string Text, IReadOnlyList<PersonalDataSpan> Removed);
