using LlmAspects.Shared;

namespace LlmAspects.Generators.Model;

/// <summary>How a method is retried.</summary>
/// <param name="Options">The assignments of the options that differ from the defaults, as written in an initializer.</param>
/// <param name="Clock">The expression of the clock, or <c>null</c>.</param>
/// <param name="Method">The runtime's method for the shape of the result.</param>
/// <param name="IsStatic">Whether Core has no receiver.</param>
internal sealed record RetryModel(EquatableArray<string> Options, string Clock, string Method, bool IsStatic);
