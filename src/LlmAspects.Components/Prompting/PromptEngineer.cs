using System.Security.Cryptography;
using LlmAspects.Components.Caching;
using LlmAspects.Components.Prompting.Optimization;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Tokens;
using LlmAspects.Tracing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Prompting;

/// <summary>
/// Builds the messages of a request from a trusted template, a question that is left as it is where no change is known to be a gain, and retrieved documents that stay data. Thread-safe.
/// </summary>
[LlmComponent(Component)]
public sealed partial class PromptEngineer
{
    private const string Component = "prompt_engineering";

    // From here on the answer needs steps; the same bound sends a request to several models.
    private const double HighComplexity = 0.7;

    private readonly PromptEngineerOptions _options;
    private readonly FenceSource _fences;
    private readonly TemplateStore _templates;
    private readonly PromptTally _tally = new();
    private readonly ITokenCounter? _counter;

    /// <summary>Creates a prompt engineer with the built-in templates.</summary>
    /// <param name="options">Limits; <see langword="null"/> gives the defaults.</param>
    /// <param name="random">Where the fences come from, thread-safe; <see langword="null"/> is the system's cryptographic source.</param>
    /// <param name="counter">Counts the tokens of examples; needed for <see cref="PromptRequest.Selection"/> only.</param>
    /// <param name="timeProvider">The clock of the query optimizer; <see langword="null"/> is the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public PromptEngineer(PromptEngineerOptions? options = null, RandomNumberGenerator? random = null, ITokenCounter? counter = null, TimeProvider? timeProvider = null)
    {
        _options = options ?? new PromptEngineerOptions();
        _options.Validate();
        _fences = new FenceSource(random);
        _templates = new TemplateStore(_options);
        _counter = counter;
        Optimizer = new QueryOptimizer(_options.Optimizer, timeProvider);
    }

    /// <summary>The query optimizer: what it learned, its history and statistics. Questions pass it unless <see cref="PromptEngineerOptions.EnableQueryOptimization"/> is off.</summary>
    public QueryOptimizer Optimizer { get; }

    /// <summary>Says what a text asks for, by its words; <see cref="LlmTask.General"/> when nothing stands out.</summary>
    /// <param name="query">The user's words.</param>
    [ErrorContext, TracePerformance]
    public partial LlmTask DetectTask(string query);

    /// <summary>Says what a text asks for, with scores and reasons.</summary>
    /// <param name="query">The user's words. Of a long text the first 4,096 and the last 1,024 code units are read.</param>
    [ErrorContext, TracePerformance]
    public partial TaskDetection ExplainTask(string query);

    /// <summary>Builds the messages of a request.</summary>
    /// <param name="request">Question, conversation, retrieved pieces and template.</param>
    /// <returns>The messages; the question is in the last one, together with the retrieved pieces, byte for byte but for changes that can be taken back.</returns>
    /// <exception cref="ArgumentException">The question is empty.</exception>
    /// <exception cref="PromptException">The template is unknown, a variable is missing, unknown or invalid, examples are missing, or there is no counter for their selection.</exception>
    [ErrorContext, TracePerformance]
    public partial PromptResult BuildMessages(PromptRequest request);

    /// <summary>Builds the messages of several requests, one after the other.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="cancellationToken">Ends it between two requests.</param>
    /// <returns>The results in the order of the requests.</returns>
    /// <exception cref="ArgumentException">A question is empty.</exception>
    /// <exception cref="PromptException">A request cannot be built; none is returned then.</exception>
    [ErrorContext, TracePerformance]
    public partial IReadOnlyList<PromptResult> BuildBatch(IReadOnlyList<PromptRequest> requests, CancellationToken cancellationToken = default);

    /// <summary>Says how good the answer to a prompt was: the optimizer learns from it, and the template's mean counts it.</summary>
    /// <param name="prompt">The result of <see cref="BuildMessages"/>.</param>
    /// <param name="quality">From 0 to 1.</param>
    /// <returns>Whether the optimizer learned something.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The quality is not from 0 to 1.</exception>
    [ErrorContext, TracePerformance]
    public partial bool ReportQuality(PromptResult prompt, double quality);

    /// <summary>Adds a template or replaces the one of the same name.</summary>
    /// <param name="template">The template.</param>
    /// <returns>Its hash, as in <see cref="PromptResult.TemplateHash"/>.</returns>
    /// <exception cref="PromptException">The template is invalid, too long, or one too many.</exception>
    [ErrorContext, TracePerformance]
    public partial string RegisterTemplate(PromptTemplate template);

    /// <summary>The templates, ordered by name.</summary>
    [ErrorContext, TracePerformance]
    public partial IReadOnlyList<PromptTemplate> GetTemplates();

    /// <summary>What was done so far.</summary>
    [ErrorContext, TracePerformance]
    public partial PromptStatistics GetStatistics();

    private LlmTask DetectTaskCore(string query) => ExplainTaskCore(query).Task;

    private TaskDetection ExplainTaskCore(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        TaskDetection detection = TaskDetector.Detect(query);
        _tally.CountDetection(detection.Task);
        return detection;
    }

    private PromptResult BuildMessagesCore(PromptRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Question, nameof(request));
        request = SelectExamples(request);
        Decision decision = ChooseTemplate(request);
        CompiledTemplate template = _templates.Get(decision.Choice);
        string system = RenderSystem(template, request);
        OptimizedQuery? optimized = _options.EnableQueryOptimization ? Optimize(request) : null;
        (IReadOnlyList<ChatMessage> messages, string? hash) = Assemble(system, request, optimized?.Optimized ?? request.Question);
        template.CountUse();
        _tally.CountPrompt(request.Context.Count > 0, optimized?.Improvements.Count > 0);
        return new PromptResult
        {
            Messages = messages,
            TemplateName = template.Source.Name,
            TemplateHash = template.Hash,
            Decision = decision,
            Optimization = optimized,
            ContentHash = hash,
        };
    }

    private IReadOnlyList<PromptResult> BuildBatchCore(IReadOnlyList<PromptRequest> requests, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return
        [
            .. requests.Select(request =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return BuildMessagesCore(request);
            }),
        ];
    }

    private bool ReportQualityCore(PromptResult prompt, double quality)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        QualityRules.Check(quality, nameof(quality));
        _tally.CountQuality(prompt.TemplateName, quality);
        return prompt.Optimization is { } query && Optimizer.ReportQuality(query, quality);
    }

    private string RegisterTemplateCore(PromptTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentException.ThrowIfNullOrWhiteSpace(template.Name, nameof(template));
        ArgumentNullException.ThrowIfNull(template.Text, nameof(template));
        return _templates.Add(template).Hash;
    }

    private IReadOnlyList<PromptTemplate> GetTemplatesCore() => [.. _templates.All.Select(template => template.Source)];

    private PromptStatistics GetStatisticsCore() => _tally.Snapshot(_templates.All);

    private PromptRequest SelectExamples(PromptRequest request) => request.Selection is not { } selection || request.Examples.Count == 0
        ? request
        : request with
        {
            Examples = ExampleSelector.Choose(request.Question, request.Examples, selection, _counter
                ?? throw new PromptException("prompt_counter_missing", $"Examples are selected by their tokens. Give the {nameof(PromptEngineer)} a token counter.")),
        };

    private OptimizedQuery Optimize(PromptRequest request) => Optimizer.Optimize(new OptimizationRequest(request.Question)
    {
        Task = request.Task == LlmTask.General ? null : request.Task,
        Tenant = request.Tenant,
        HasSurroundings = request.History.Count > 0 || request.Context.Count > 0,
        Background = request.Background,
        Accepted = request.Accepted,
    });

    private static Decision ChooseTemplate(PromptRequest request) =>
        request switch
        {
            { TemplateName: { } name } => new Decision(Component, name, "The request names it."),
            { Examples.Count: > 0 } => new Decision(Component, PromptTemplateNames.FewShot, "The request has examples."),
            { Task: LlmTask.Reasoning } => new Decision(Component, PromptTemplateNames.ChainOfThought, "The task is reasoning."),
            { Complexity: > HighComplexity } => new Decision(Component, PromptTemplateNames.ChainOfThought, "The question is hard."),
            _ => new Decision(Component, PromptTemplateNames.Simple, "Nothing asks for another one."),
        };

    private string RenderSystem(CompiledTemplate template, PromptRequest request)
    {
        using TraceBlock block = TraceBlock.Start(Component, "render_system");
        block.SetTag("llmaspects.prompt.template", template.Source.Name);
        block.SetTag("llmaspects.prompt.template_hash", template.Hash);
        if (template.Source.RequiresExamples && request.Examples.Count == 0)
        {
            throw new PromptException("prompt_examples_missing", $"The template '{template.Source.Name}' needs examples. Set {nameof(PromptRequest)}.{nameof(PromptRequest.Examples)}.");
        }

        VariableRules.Check(request.Variables, _options.MaxVariableLength);
        return template.Render(request.Variables, VariableRules.Implied(request));
    }

    private (List<ChatMessage> Messages, string? Hash) Assemble(string system, PromptRequest request, string question)
    {
        using TraceBlock block = TraceBlock.Start(Component, "assemble");
        var messages = new List<ChatMessage>(2 + (2 * request.Examples.Count) + request.History.Count) { new(ChatRole.System, system) };
        foreach (PromptExample example in request.Examples)
        {
            messages.AddRange(ExampleSelector.MessagesOf(example));
        }

        messages.AddRange(request.History);
        List<AIContent> contents = [new TextContent(question)];
        if (request.Context.Count > 0)
        {
            contents.Add(RetrievedContext.ToContent(request.Context, _fences.Next(request.Context)));
        }

        messages.Add(new ChatMessage(ChatRole.User, contents));
        string? hash = CacheKeyMessages.HashOf(messages);
        block.SetTag("llmaspects.prompt.content_hash", hash);
        return (messages, hash);
    }
}
