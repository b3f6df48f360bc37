using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>Puts the updates of a stream together to one response.</summary>
internal sealed class StreamAssembly
{
    private readonly List<ChatResponseUpdate> _updates = [];

    public void Add(ChatResponseUpdate update)
    {
        if (ResponseProperties.IsRestart(update))
        {
            _updates.Clear();
        }
        else
        {
            _updates.Add(update);
        }
    }

    public ChatResponse ToResponse() => _updates.ToChatResponse();
}
