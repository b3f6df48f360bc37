using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>How a model is asked for a stream.</summary>
/// <param name="Open">Opens the stream.</param>
/// <param name="Complete">Makes the answer to store of the whole response.</param>
internal sealed record StreamCall(Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Open, Func<ChatResponse, CacheCandidate> Complete);
