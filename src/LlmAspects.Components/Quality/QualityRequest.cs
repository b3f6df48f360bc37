using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Quality;

/// <summary>An answer to be measured, with what is known about it.</summary>
/// <param name="Answer">The text of the answer; citation marks such as <c>[1]</c> are passed over.</param>
public sealed record QualityRequest(string Answer)
{
    /// <summary>What was retrieved for it. The default is <see langword="null"/>: nothing was.</summary>
    public RetrievedContext? Context { get; init; }

    /// <summary>Whether the model answered at all. The default is <see langword="true"/>; <see langword="false"/> means that there is nothing to measure.</summary>
    public bool Answered { get; init; } = true;

    /// <summary>What was asked for; it chooses the profile. The default is <see cref="LlmTask.General"/>.</summary>
    public LlmTask Task { get; init; }

    /// <summary>The weights of the overall score. The default is <see langword="null"/>: those of the task.</summary>
    public QualityProfile? Profile { get; init; }

    /// <summary>Other answers to the same question, of the same model or of others. The default is empty: consistency cannot be measured.</summary>
    public IReadOnlyList<string> Samples { get; init; } = [];

    /// <summary>What a judge said about the accuracy. The default is <see langword="null"/>: nobody judged.</summary>
    public QualityScore? Judgement { get; init; }

    /// <summary>Whose request it was: drift is watched for each tenant. The default is <c>""</c>, a tenant of its own.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>What a response says of itself, with what is known of its request.</summary>
    internal static QualityRequest Of(ChatResponse response, RetrievedContext? context, LlmTask task, string tenant = "") => new(response.Text)
    {
        Context = context,
        Answered = !ResponseProperties.SaysUnanswered(response),
        Task = task,
        Tenant = tenant,
    };
}
