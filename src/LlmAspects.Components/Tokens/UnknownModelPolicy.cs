namespace LlmAspects.Components.Tokens;

/// <summary>What the token counter does with a model that is not in the catalogue.</summary>
public enum UnknownModelPolicy
{
    /// <summary>It throws <see cref="Routing.UnknownModelException"/>. The default.</summary>
    Throw,

    /// <summary>It counts an interval, as for a model whose tokenizer is not public; costs are known only where a price table names it.</summary>
    Estimate,
}
