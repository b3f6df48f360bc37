namespace LlmAspects.Components.Caching.Semantic;

/// <summary>A stored question.</summary>
internal sealed record IndexedQuestion(CacheKey Key, QuestionForm Form, IReadOnlyList<ulong> Places);
