namespace LlmAspects.Cli.Models;

/// <summary>The environment variables that name providers.</summary>
internal static class ProviderVariables
{
    public const string OpenAIKey = "OPENAI_API_KEY";
    public const string OpenAIBaseUrl = "OPENAI_BASE_URL";
    public const string OpenAIModel = "OPENAI_MODEL";
    public const string AnthropicKey = "ANTHROPIC_API_KEY";
    public const string AnthropicBaseUrl = "ANTHROPIC_BASE_URL";
    public const string AnthropicModel = "ANTHROPIC_MODEL";
    public const string OllamaHost = "OLLAMA_HOST";
    public const string OllamaModel = "OLLAMA_MODEL";

    /// <summary>How to get a model that can do more than the embedded one.</summary>
    public const string Advice = $"Set {OpenAIKey} (or {OpenAIBaseUrl} for a compatible server), {AnthropicKey} or {OllamaHost}, and use --model auto.";
}
