namespace LlmAspects;

/// <summary>Sets of methods that a policy can demand aspects of.</summary>
[Flags]
public enum AspectScopes
{
    /// <summary>No method must carry aspects.</summary>
    None = 0,

    /// <summary>The public methods of types that carry <see cref="LlmComponentAttribute"/>.</summary>
    Components = 1,

    /// <summary>The public methods of public types.</summary>
    Public = 2,

    /// <summary>The methods that call an <c>IChatClient</c> or an <c>IEmbeddingGenerator</c>.</summary>
    ModelCalls = 4,
}
