using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>What the OpenTelemetry conventions for generative AI say of each operation.</summary>
internal static class GenAIRules
{
    public const string ProviderTag = "gen_ai.provider.name";

    /// <summary>The operations in the order of <c>LlmAspects.GenAIOperation</c>.</summary>
    public static readonly ImmutableArray<string> Operations =
        ["None", "Chat", "GenerateContent", "TextCompletion", "Embeddings", "Retrieval", "ExecuteTool", "InvokeAgent", "CreateAgent"];

    /// <summary>The kind of the span: calls of a service are client spans, a tool or an agent runs in the program.</summary>
    public static string KindOf(string? operation) => operation is null or "None" or "ExecuteTool" or "InvokeAgent" ? AspectOptionRules.DefaultKind : "Client";

    /// <summary>The operation whose span has to name a provider and does not; null when all is well.</summary>
    public static string? FindOperationWithoutProvider(AttributeData attribute, ISymbol member, AspectSymbols symbols)
    {
        if (AspectOptionRules.FindTraceProblem(attribute, "GenAI") is not null || AspectOptionRules.ValueOf(attribute, "GenAI") is not int operation)
        {
            return null;
        }

        var name = Operations[operation];
        return name is not ("Chat" or "GenerateContent" or "TextCompletion" or "Embeddings" or "CreateAgent")
            || AspectOptionRules.ValueOf(attribute, "GenAIProvider") is string { Length: > 0 }
            || (member is IMethodSymbol method && TagDeclaration.Of(method, symbols).Any(static tag => tag.Name == ProviderTag))
                ? null
                : name;
    }
}
