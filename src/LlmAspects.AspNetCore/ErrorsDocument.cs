using LlmAspects.Errors;

namespace LlmAspects.AspNetCore;

/// <summary>What <c>errors.json</c> holds.</summary>
internal sealed record ErrorsDocument(long Count, IReadOnlyList<ErrorGroup> Groups, IReadOnlyList<ErrorRecord> Errors);
