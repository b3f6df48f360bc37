using System.Diagnostics;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>What the OpenTelemetry conventions for generative AI want of one operation: tags, the name of the span, and a metric. Never throws.</summary>
internal sealed class GenAITelemetry
{
    private readonly OperationIdentity _identity;
    private readonly string _operation;
    private readonly string? _subjectTag;
    private readonly bool _isMetered;

    private GenAITelemetry(OperationIdentity identity, GenAIOperation operation, string? provider)
    {
        _identity = identity;
        (_operation, _subjectTag, _isMetered) = Convention(operation);
        KeyValuePair<string, object?> name = new(TelemetryNames.GenAIOperationName, _operation);
        Tags = provider is null ? [name] : [name, new(TelemetryNames.GenAIProviderName, provider)];
    }

    /// <summary>The tags that a sampler sees as well.</summary>
    internal KeyValuePair<string, object?>[] Tags { get; }

    internal string SpanName => _operation;

    /// <summary>Whether somebody listens to the metric.</summary>
    internal bool IsHeard => _isMetered && _identity.Telemetry.Instruments.GenAIDuration is { Enabled: true };

    internal static GenAITelemetry? TryCreate(OperationIdentity identity, OperationOptions? options) =>
        options is { GenAI: not GenAIOperation.None } ? new GenAITelemetry(identity, options.GenAI, options.GenAIProvider) : null;

    /// <summary>The conventions put the model, tool, agent or store behind the name of the operation.</summary>
    internal void NameAfter(Activity activity, KeyValuePair<string, object?>[] tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == _subjectTag && value is string { Length: > 0 } subject)
            {
                activity.DisplayName = $"{_operation} {subject}";
            }
        }
    }

    /// <summary>Measures a call. Tags of the call go before those of the operation.</summary>
    internal void Record(long duration, string? errorType, KeyValuePair<string, object?>[]? callTags)
    {
        if (duration < 0 || !IsHeard)
        {
            return;
        }

        try
        {
            var tags = new TagList(callTags ?? []);
            foreach (var tag in Tags)
            {
                if (callTags is null || !Array.Exists(callTags, given => given.Key == tag.Key))
                {
                    tags.Add(tag);
                }
            }

            if (errorType is not null)
            {
                tags.Add(TelemetryNames.ErrorType, errorType);
            }

            _identity.Telemetry.Instruments.GenAIDuration?.Record(OperationMetrics.ToSeconds(duration), tags);
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
        }
    }

    // Tools and agents have metrics of their own, which need tags that not every method has.
    private static (string Operation, string? SubjectTag, bool IsMetered) Convention(GenAIOperation operation) => operation switch
    {
        GenAIOperation.Chat => ("chat", "gen_ai.request.model", true),
        GenAIOperation.GenerateContent => ("generate_content", "gen_ai.request.model", true),
        GenAIOperation.TextCompletion => ("text_completion", "gen_ai.request.model", true),
        GenAIOperation.Embeddings => ("embeddings", "gen_ai.request.model", true),
        GenAIOperation.Retrieval => ("retrieval", "gen_ai.data_source.id", true),
        GenAIOperation.ExecuteTool => ("execute_tool", "gen_ai.tool.name", false),
        GenAIOperation.InvokeAgent => ("invoke_agent", "gen_ai.agent.name", false),
        GenAIOperation.CreateAgent => ("create_agent", "gen_ai.agent.name", true),
        _ => ("unknown", null, false),
    };
}
