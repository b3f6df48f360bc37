using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Models;

/// <summary>An answer made of sentences of the context.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Citations">One for each sentence, in order.</param>
/// <param name="Answered">Whether the context supports an answer.</param>
internal sealed record ExtractiveAnswer(string Text, IReadOnlyList<DocumentCitation> Citations, bool Answered)
{
    public static ExtractiveAnswer None { get; } = new(ExtractiveModel.NotAnswered, [], false);
}
