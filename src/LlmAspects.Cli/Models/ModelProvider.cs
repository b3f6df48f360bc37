namespace LlmAspects.Cli.Models;

/// <summary>Who serves a model.</summary>
internal enum ModelProvider
{
    Local,
    OpenAI,
    Anthropic,
    Ollama,
}
