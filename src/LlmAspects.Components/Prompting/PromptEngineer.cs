using System.Security.Cryptography;
using LlmAspects.Components.Retrieval;
using LlmAspects.Tracing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Prompting;

/// <summary>Builds the messages of a request from a trusted template, a question that is left as it is, and retrieved documents that stay data. Thread-safe.</summary>
[LlmComponent(Component)]
public sealed partial class PromptEngineer
{
    private const string Component = "prompt_engineering";

    private readonly PromptEngineerOptions _options;
    private readonly FenceSource _fences;
    private readonly TemplateStore _templates;
    private readonly PromptTally _tally = new();

    /// <summary>Creates a prompt engineer with the built-in templates.</summary>
    /// <param name="options">Limits; <see langword="null"/> gives the defaults.</param>
    /// <param name="random">Where the fences come from, thread-safe; <see langword="null"/> is the system's cryptographic source.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public PromptEngineer(PromptEngineerOptions? options = null, RandomNumberGenerator? random = null)
    {
        _options = options ?? new PromptEngineerOptions();
        _options.Validate();
        _fences = new FenceSource(random ?? RandomNumberGenerator.Create());
        _templates = new TemplateStore(_options);
    }

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
    /// <returns>The messages; the question is byte for byte in the last one, together with the retrieved pieces.</returns>
    /// <exception cref="ArgumentException">The question is empty.</exception>
    /// <exception cref="PromptException">The template is unknown, a variable is missing, unknown or invalid, or examples are missing.</exception>
    [ErrorContext, TracePerformance]
    public partial PromptResult BuildMessages(PromptRequest request);

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
        Decision decision = ChooseTemplate(request);
        CompiledTemplate template = _templates.Get(decision.Choice);
        string system = RenderSystem(template, request);
        IReadOnlyList<ChatMessage> messages = Assemble(system, request);
        template.CountUse();
        _tally.CountPrompt(request.Context.Count > 0);
        return new PromptResult { Messages = messages, TemplateName = template.Source.Name, TemplateHash = template.Hash, Decision = decision };
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

    private static Decision ChooseTemplate(PromptRequest request) =>
        request switch
        {
            { TemplateName: { } name } => new Decision(Component, name, "The request names it."),
            { Examples.Count: > 0 } => new Decision(Component, PromptTemplateNames.FewShot, "The request has examples."),
            { Task: LlmTask.Reasoning } => new Decision(Component, PromptTemplateNames.ChainOfThought, "The task is reasoning."),
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

    private List<ChatMessage> Assemble(string system, PromptRequest request)
    {
        using TraceBlock block = TraceBlock.Start(Component, "assemble");
        var messages = new List<ChatMessage>(2 + (2 * request.Examples.Count) + request.History.Count) { new(ChatRole.System, system) };
        foreach (PromptExample example in request.Examples)
        {
            messages.Add(new ChatMessage(ChatRole.User, example.Input));
            messages.Add(new ChatMessage(ChatRole.Assistant, example.Output));
        }

        messages.AddRange(request.History);
        List<AIContent> contents = [new TextContent(request.Question)];
        if (request.Context.Count > 0)
        {
            contents.Add(RetrievedContext.ToContent(request.Context, _fences.Next(request.Context)));
        }

        messages.Add(new ChatMessage(ChatRole.User, contents));
        return messages;
    }
}
