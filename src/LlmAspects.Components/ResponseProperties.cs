namespace LlmAspects.Components;

/// <summary>Keys of <see cref="Microsoft.Extensions.AI.ChatResponse.AdditionalProperties"/> that the components set.</summary>
public static class ResponseProperties
{
    /// <summary>A <see cref="bool"/>: whether the documents answered the question.</summary>
    public const string Answered = "llmaspects.answered";

    /// <summary>A failover report: the attempts behind the answer.</summary>
    public const string Failover = "llmaspects.failover";

    /// <summary>A <see cref="string"/>: the model id that the provider reported, when it is another than the catalogue's.</summary>
    public const string ProviderModel = "llmaspects.provider_model";

    /// <summary>A details record: what the pipeline decided and measured.</summary>
    public const string Details = "llmaspects.details";
}
