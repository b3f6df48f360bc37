using System.Text.Json;
using LlmAspects.Components.Caching;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pipeline;

/// <summary>The stages before the cache: request scope, task, retrieval, prompt.</summary>
/// <param name="catalog">The models.</param>
/// <param name="prompts">Makes the messages.</param>
/// <param name="retriever">Finds the pieces; <see langword="null"/> for none.</param>
/// <param name="pipeline">The options.</param>
/// <param name="panel">What tells the answers of the panel from others in the cache; <see langword="null"/> without a panel.</param>
internal sealed class RequestPreparation(ModelCatalog catalog, PromptEngineer prompts, IRetriever? retriever, LlmPipelineOptions pipeline, string? panel)
{
    public async Task<PreparedRequest> PrepareAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        List<ChatMessage> conversation = [.. messages];
        LlmChatOptions scope = ScopeOf(options);
        string question = RetrievedContext.QuestionOf(conversation);
        LlmTask task = scope.Task ?? (question.Length > 0 ? prompts.DetectTask(question) : LlmTask.General);
        bool isPlain = scope.PrepareMessages && IsPlainQuestion(conversation, question);
        IReadOnlyList<RetrievedChunk> chunks = isPlain ? await RetrieveAsync(question, scope, cancellationToken).ConfigureAwait(false) : [];
        if (task == LlmTask.General && (chunks.Count > 0 || RetrievedContext.Find(conversation) is not null))
        {
            // Words that ask for nothing in particular, over documents: the documents are asked.
            task = LlmTask.QuestionAnswering;
        }

        scope.Task = task;
        return Build(conversation, scope, question, isPlain, chunks);
    }

    /// <summary>Takes the messages as they are, for one model: what else belongs to the request is made of them.</summary>
    public PreparedRequest Keep(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ArgumentNullException.ThrowIfNull(messages);
        List<ChatMessage> conversation = [.. messages];
        LlmChatOptions scope = ScopeOf(options);
        scope.Task ??= LlmTask.General;
        scope.UseEnsemble = false;
        List<Decision> decisions = [];
        CacheKey? key = KeyOf(conversation, scope, null, decisions);
        return new PreparedRequest(conversation, scope, scope.Task.Value, RetrievedContext.QuestionOf(conversation)) { Context = RetrievedContext.Find(conversation), Key = key, Decisions = decisions };
    }

    private static LlmChatOptions ScopeOf(ChatOptions? options) => (LlmChatOptions)LlmChatOptions.From(options).Clone();

    // A pinned model answers alone, and who has tools wants to be called by one model.
    private bool GoesToPanel(LlmChatOptions scope) => panel is not null && scope is { ModelId: null, Tools: not { Count: > 0 } } && (scope.UseEnsemble ?? true);

    private async ValueTask<IReadOnlyList<RetrievedChunk>> RetrieveAsync(string question, LlmChatOptions scope, CancellationToken cancellationToken) =>
        retriever is null
            ? []
            : await retriever.RetrieveAsync(new RetrievalQuery(question) { Top = pipeline.RetrievalTop, PassageLength = pipeline.PassageLength, Tenant = scope.Tenant }, cancellationToken).ConfigureAwait(false);

    private PreparedRequest Build(List<ChatMessage> conversation, LlmChatOptions scope, string question, bool isPlain, IReadOnlyList<RetrievedChunk> chunks)
    {
        IReadOnlyList<ChatMessage> messages = conversation;
        List<Decision> decisions = [];
        PromptResult? prompt = null;
        if (isPlain)
        {
            prompt = prompts.BuildMessages(new PromptRequest
            {
                Question = question,
                History = conversation[..^1],
                Context = chunks,
                Task = scope.Task ?? LlmTask.General,
                TemplateName = pipeline.PromptTemplate,
                Tenant = scope.Tenant,
            });
            messages = prompt.Messages;
            messages[^1].AuthorName = conversation[^1].AuthorName;
            messages[^1].AdditionalProperties = conversation[^1].AdditionalProperties;
            decisions.AddRange([prompt.Decision, .. OptimizerDecisions(prompt)]);
        }

        CacheKey? key = KeyOf(messages, scope, isPlain ? prompt?.Optimization?.Optimized ?? question : null, decisions);
        return new PreparedRequest(messages, scope, scope.Task ?? LlmTask.General, question)
        {
            Context = RetrievedContext.Find(messages),
            Key = key,
            GoesToPanel = GoesToPanel(scope),
            Prompt = prompt,
            Decisions = decisions,
        };
    }

    private static IEnumerable<Decision> OptimizerDecisions(PromptResult prompt) =>
        prompt.Optimization?.Improvements.Select(static edit => new Decision("query_optimizer", JsonNamingPolicy.SnakeCaseLower.ConvertName(edit.Strategy.ToString()), edit.Reason)) ?? [];

    // Images, tool results, documents of the caller and the like keep the caller's own messages: a template would have to take them apart.
    private static bool IsPlainQuestion(List<ChatMessage> conversation, string question) =>
        !string.IsNullOrWhiteSpace(question) && conversation[^1].Contents.All(content => content is TextContent { RawRepresentation: not RetrievedContext });

    private CacheKey? KeyOf(IReadOnlyList<ChatMessage> messages, LlmChatOptions scope, string? question, List<Decision> decisions)
    {
        if (!pipeline.CacheAnswers || scope.CacheMode == CacheMode.Bypass)
        {
            return null;
        }

        if (CacheKey.TryCreate(TargetOf(scope), messages, scope, question, out CacheKey key, out string? obstacle))
        {
            return key;
        }

        decisions.Add(new Decision("llm_cache_layer", "bypass", obstacle));
        return null;
    }

    private CacheTarget TargetOf(LlmChatOptions scope) => scope.ModelId is { } pinned ? CacheTarget.Pinned(pinned)
        : GoesToPanel(scope) ? CacheTarget.Auto($"{catalog.Version} {panel} {scope.AnswerKind}")
        : CacheTarget.Auto($"{catalog.Version}");
}
