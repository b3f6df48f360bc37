namespace LlmAspects.Generators.Model;

/// <summary>How a task-like is awaited.</summary>
/// <param name="Type">The fully qualified type, not nullable.</param>
/// <param name="HasResult">Whether awaiting yields a value.</param>
/// <param name="CanBeNull">Whether it is a class or an interface.</param>
/// <param name="LeavesTheContext">Whether it has <c>ConfigureAwait</c>.</param>
internal sealed record TaskLikeModel(string Type, bool HasResult, bool CanBeNull, bool LeavesTheContext);
