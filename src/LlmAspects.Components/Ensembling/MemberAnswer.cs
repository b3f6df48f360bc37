using LlmAspects.Components.Failover;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Ensembling;

/// <summary>How the call of one member ended; without a response and an error it was not waited for.</summary>
/// <param name="Member">The place of the member.</param>
/// <param name="Latency">How long it took.</param>
internal sealed record MemberAnswer(int Member, TimeSpan Latency)
{
    public ChatResponse? Response { get; init; }

    public ErrorClassification? Error { get; init; }

    public Exception? Exception { get; init; }

    public double? Quality { get; init; }

    public bool IsFiltered { get; init; }

    public MemberState State => (Response, Error, IsFiltered) switch
    {
        (not null, _, false) => MemberState.Answered,
        (not null, _, true) => MemberState.Filtered,
        (null, not null, _) => MemberState.Failed,
        _ => MemberState.Stopped,
    };

    /// <summary>What has a vote; <see langword="null"/> when nothing has. A model that says that it has no answer has given none.</summary>
    public string? Text => State != MemberState.Answered ? null : ResponseProperties.SaysUnanswered(Response!) ? "" : Response!.Text;
}
