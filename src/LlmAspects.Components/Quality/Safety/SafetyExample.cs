namespace LlmAspects.Components.Quality.Safety;

/// <summary>A text and whether people judged it unsafe to answer or to say.</summary>
/// <param name="Text">The text, usually one sentence.</param>
/// <param name="IsUnsafe">The judgement.</param>
public sealed record SafetyExample(string Text, bool IsUnsafe);
