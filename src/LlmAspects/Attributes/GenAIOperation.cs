namespace LlmAspects;

/// <summary>What a call does with a generative model, in the words of the OpenTelemetry conventions for generative AI.</summary>
/// <remarks>Source: https://github.com/open-telemetry/semantic-conventions-genai/blob/main/docs/gen-ai/gen-ai-spans.md. Its status is Development: names may change.</remarks>
public enum GenAIOperation
{
    /// <summary>Nothing: the span carries no <c>gen_ai.*</c>.</summary>
    None,

    /// <summary><c>chat</c>: a chat completion.</summary>
    Chat,

    /// <summary><c>generate_content</c>: content of several kinds.</summary>
    GenerateContent,

    /// <summary><c>text_completion</c>: a completion of one text.</summary>
    TextCompletion,

    /// <summary><c>embeddings</c>: vectors of texts.</summary>
    Embeddings,

    /// <summary><c>retrieval</c>: a search in a vector store or an index.</summary>
    Retrieval,

    /// <summary><c>execute_tool</c>: a tool that a model asked for.</summary>
    ExecuteTool,

    /// <summary><c>invoke_agent</c>: a turn of an agent.</summary>
    InvokeAgent,

    /// <summary><c>create_agent</c>: an agent made at a service.</summary>
    CreateAgent,
}
