using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Failover;

/// <summary>An answer and how it came about.</summary>
/// <param name="Response">The answer; its <see cref="ChatResponse.ModelId"/> is the model of the catalogue that served.</param>
/// <param name="Report">The attempts.</param>
public sealed record FailoverResult(ChatResponse Response, FailoverReport Report);
