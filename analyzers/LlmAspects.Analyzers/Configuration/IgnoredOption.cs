using Microsoft.CodeAnalysis;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>An option without effect.</summary>
/// <param name="Option">The option as the message names it.</param>
/// <param name="Location">Where it is written.</param>
/// <param name="Reason">Why it has none, and what to do.</param>
internal readonly record struct IgnoredOption(string Option, Location? Location, string Reason);
