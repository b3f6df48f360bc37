using System.Runtime.CompilerServices;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Models;

/// <summary>
/// An embedded model: no weights, no network, always the same answer. It selects sentences of the retrieved context, by default those that hold most of
/// the question's concepts, and cites them; it writes nothing of its own. Thread-safe.
/// </summary>
/// <remarks>
/// It reads only what <see cref="RetrievedContext.Find"/> finds, so no text that says it is a document becomes one, and no sentence is an
/// instruction to it. Without support the answer is <see cref="ExtractiveModel.NotAnswered"/> and <see cref="ResponseProperties.Answered"/> is
/// <see langword="false"/>. Citations are <see cref="DocumentCitation"/>s on the text; in a stream they come with the last update.
/// </remarks>
public sealed class ExtractiveChatClient : IChatClient
{
    private readonly ChatClientMetadata _metadata;
    private readonly SentenceScorers _scorers;
    private readonly string _modelId;
    private readonly ITokenCounter _tokens;

    /// <summary>Creates a client.</summary>
    /// <param name="tokenCounter">Counts the usage for the model's id. The default counts with the o200k_base tokenizer.</param>
    /// <param name="selection">What sentences are selected by, and so which model it is. The default is <see cref="ExtractiveSelection.Concepts"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such selection.</exception>
    public ExtractiveChatClient(ITokenCounter? tokenCounter = null, ExtractiveSelection selection = ExtractiveSelection.Concepts)
    {
        ModelInfo info = ExtractiveModel.InfoOf(selection);
        _modelId = info.Id;
        _metadata = new ChatClientMetadata(info.Provider, defaultModelId: info.Id);
        _scorers = SentenceScorers.Of(selection);
        _tokens = tokenCounter ?? new TokenCounter(new ModelCatalog([info]));
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Tools, structured output, images or a task other than answering and summarizing was asked for.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> conversation = Accept(messages, options);
        cancellationToken.ThrowIfCancellationRequested();
        ExtractiveAnswer answer = Answer(conversation, options);
        var content = new TextContent(answer.Text) { Annotations = Annotations(answer) };
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [content]))
        {
            ModelId = _modelId,
            FinishReason = ChatFinishReason.Stop,
            Usage = Usage(conversation, options, answer),
            AdditionalProperties = Properties(answer),
        });
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Tools, structured output, images or a task other than answering and summarizing was asked for.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        StreamAsync(Accept(messages, options), options, cancellationToken);

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Does nothing: the client holds no resource.</summary>
    public void Dispose()
    {
    }

    private static List<ChatMessage> Accept(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ArgumentNullException.ThrowIfNull(messages);
        List<ChatMessage> conversation = [.. messages];
        ExtractiveRequestRules.Demand(conversation, options);
        return conversation;
    }

    private ExtractiveAnswer Answer(IReadOnlyList<ChatMessage> conversation, ChatOptions? options) =>
        AnswerComposer.Compose(ExtractiveRequestRules.QuestionOf(conversation), RetrievedContext.Find(conversation), (options as LlmChatOptions)?.Task, _scorers);

    private static List<AIAnnotation>? Annotations(ExtractiveAnswer answer) => answer.Citations.Count == 0 ? null : [.. answer.Citations];

    private static AdditionalPropertiesDictionary Properties(ExtractiveAnswer answer) => new() { [ResponseProperties.Answered] = answer.Answered };

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IReadOnlyList<ChatMessage> conversation, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ExtractiveAnswer answer = Answer(conversation, options);
        for (int start = 0; start < answer.Text.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int space = answer.Text.IndexOf(' ', start);
            int end = space < 0 ? answer.Text.Length : space + 1;
            yield return Update(new TextContent(answer.Text[start..end]));
            start = end;
        }

        var citations = new TextContent("") { Annotations = Annotations(answer) };
        ChatResponseUpdate last = Update(citations, new UsageContent(Usage(conversation, options, answer)));
        last.FinishReason = ChatFinishReason.Stop;
        last.AdditionalProperties = Properties(answer);
        yield return last;
    }

    private ChatResponseUpdate Update(params IList<AIContent> contents) => new(ChatRole.Assistant, contents) { ModelId = _modelId };

    private UsageDetails Usage(IReadOnlyList<ChatMessage> conversation, ChatOptions? options, ExtractiveAnswer answer)
    {
        long input = _tokens.CountRequest(_modelId, conversation, options).Estimate;
        long output = _tokens.CountText(_modelId, answer.Text).Estimate;
        return new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output };
    }
}
