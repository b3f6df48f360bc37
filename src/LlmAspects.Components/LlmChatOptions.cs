using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components;

/// <summary>
/// Chat options with the scope of the request: tenant, deadline, limits. Nothing of it is sent to a provider.
/// A plain <see cref="ChatOptions"/> means the defaults stated here.
/// </summary>
public class LlmChatOptions : ChatOptions
{
    /// <summary>Creates options with every default.</summary>
    public LlmChatOptions()
    {
    }

    /// <summary>Copies other options, with their scope where they have one.</summary>
    /// <param name="other">The options to copy; <see langword="null"/> gives the defaults.</param>
    public LlmChatOptions(ChatOptions? other)
        : base(other)
    {
        if (other is LlmChatOptions scoped)
        {
            Tenant = scoped.Tenant;
            Workflow = scoped.Workflow;
            Deadline = scoped.Deadline;
            AttemptBudget = scoped.AttemptBudget;
            CostLimit = scoped.CostLimit;
            Task = scoped.Task;
            AllowFallback = scoped.AllowFallback;
            CacheMode = scoped.CacheMode;
            CacheTags = scoped.CacheTags;
            UseEnsemble = scoped.UseEnsemble;
            PrepareMessages = scoped.PrepareMessages;
            AnswerKind = scoped.AnswerKind;
            Reserved = scoped.Reserved;
        }
    }

    /// <summary>Whose request it is: part of cache key, budget and retrieval filter. The default is <c>""</c>, which is a tenant of its own, never "any".</summary>
    public string Tenant { get; set; } = "";

    /// <summary>The workflow that the request belongs to: a part of its tenant's budget. The default is <see langword="null"/>: none.</summary>
    public string? Workflow { get; set; }

    /// <summary>When the answer must be there. The default is <see langword="null"/>: no deadline.</summary>
    public DateTimeOffset? Deadline { get; set; }

    /// <summary>The attempts left for this request, shared by every layer and by clones. The default is <see langword="null"/>: the failover handler makes one from its options.</summary>
    public AttemptBudget? AttemptBudget { get; set; }

    /// <summary>The most that the request may cost, in US dollars. The default is <see langword="null"/>: no limit.</summary>
    public decimal? CostLimit { get; set; }

    /// <summary>What the request asks for. The default is <see langword="null"/>: <see cref="LlmTask.General"/>, or what a component detects.</summary>
    public LlmTask? Task { get; set; }

    /// <summary>Whether another model may answer when the chosen one fails. The default is <see langword="true"/>; a pinned <see cref="ChatOptions.ModelId"/> is never replaced either way.</summary>
    public bool AllowFallback { get; set; } = true;

    /// <summary>How the request uses the answer cache. The default is <see cref="CacheMode.ReadWrite"/>.</summary>
    public CacheMode CacheMode { get; set; }

    /// <summary>What the stored answer depends on, for example the documents behind it: whoever changes one drops the tenant's answers with its tag. Not a part of the cache key. The default is empty.</summary>
    public IReadOnlyList<string> CacheTags { get; set; } = [];

    /// <summary>Whether the panel of the pipeline answers instead of one model. The default is <see langword="null"/>: it does where there is one, unless the model is pinned or tools are given.</summary>
    public bool? UseEnsemble { get; set; }

    /// <summary>Whether the pipeline retrieves documents for the question and writes it by a template. The default is <see langword="true"/>; <see langword="false"/> sends the messages as they are.</summary>
    public bool PrepareMessages { get; set; } = true;

    /// <summary>When two answers of a panel are the same. The default is <see cref="AnswerKind.Automatic"/>; a panel stops early by votes only when the kind is given, and is not free text.</summary>
    public AnswerKind AnswerKind { get; set; }

    /// <summary>What was reserved for the first attempt of this request, by a caller who reserves for several requests at once.</summary>
    internal ReservedAttempt? Reserved { get; set; }

    /// <summary>Returns the scope of any options: the same object if it has one, else a copy with defaults.</summary>
    /// <param name="options">The options of a call; may be <see langword="null"/>.</param>
    public static LlmChatOptions From(ChatOptions? options) => options as LlmChatOptions ?? new LlmChatOptions(options);

    /// <inheritdoc/>
    public override ChatOptions Clone() => new LlmChatOptions(this);
}
