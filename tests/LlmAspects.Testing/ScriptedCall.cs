using Microsoft.Extensions.AI;

namespace LlmAspects.Testing;

/// <summary>A call that a <see cref="ScriptedChatClient"/> received.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="Options">The options as they were at the call.</param>
/// <param name="Streamed">Whether a stream was asked for.</param>
public sealed record ScriptedCall(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, bool Streamed);
