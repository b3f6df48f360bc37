using System.Net;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Failover;

/// <summary>A client whose stream cannot even be closed.</summary>
public sealed class FailoverDisposalTests : IChatClient
{
    private static readonly ModelInfo Model = TestModels.Model("a");

    private readonly LlmFailoverHandler _handler = new(new LlmFailoverOptions { BaseDelay = TimeSpan.Zero });
    private Exception? _error;
    private int _calls;

    [Fact]
    public async Task ConsumerWhoLeaves_EndsTheCall()
    {
        await foreach (ChatResponseUpdate _ in StreamAsync())
        {
            _handler.Health.Read(Model).InFlight.ShouldBe(1);
            break;
        }

        _handler.Health.Read(Model).InFlight.ShouldBe(0);
    }

    [Fact]
    public async Task WholeAnswer_StaysWhole() => (await StreamAsync().ToChatResponseAsync()).Text.ShouldBe("Hello");

    [Fact]
    public async Task ErrorOfTheStream_IsTheOneThatCounts()
    {
        _error = new HttpRequestException("x", null, HttpStatusCode.ServiceUnavailable);

        AllModelsFailedException failed = await Should.ThrowAsync<AllModelsFailedException>(async () => await StreamAsync().ToChatResponseAsync());

        failed.Report.Attempts.ShouldAllBe(attempt => attempt.Error!.Value.Category == ErrorCategory.Overload);
        _calls.ShouldBe(3);
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        _calls++;
        return new Updates(_error);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private IAsyncEnumerable<ChatResponseUpdate> StreamAsync() =>
        _handler.StreamAsync(new RouteDecision([new RouteCandidate(Model, 1, "test")], [], "test"), _ => this, [new ChatMessage(ChatRole.User, "Hi")], new LlmChatOptions());

    private sealed class Updates(Exception? error) : IAsyncEnumerable<ChatResponseUpdate>, IAsyncEnumerator<ChatResponseUpdate>
    {
        private readonly Queue<ChatResponseUpdate> _rest = new([new ChatResponseUpdate(ChatRole.Assistant, "Hello"), new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop }]);

        public ChatResponseUpdate Current { get; private set; } = new();

        public IAsyncEnumerator<ChatResponseUpdate> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync()
        {
            if (error is not null)
            {
                return ValueTask.FromException<bool>(error);
            }

            bool moved = _rest.TryDequeue(out ChatResponseUpdate? next);
            Current = next ?? Current;
            return ValueTask.FromResult(moved);
        }

        public ValueTask DisposeAsync() => ValueTask.FromException(new InvalidOperationException("The connection cannot be closed."));
    }
}
