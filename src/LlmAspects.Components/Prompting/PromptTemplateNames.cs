namespace LlmAspects.Components.Prompting;

/// <summary>The names of the built-in templates.</summary>
public static class PromptTemplateNames
{
    /// <summary>The plain question.</summary>
    public const string Simple = "simple";

    /// <summary>Asks for the steps before the result.</summary>
    public const string ChainOfThought = "chain_of_thought";

    /// <summary>Shows worked examples first; needs <see cref="PromptRequest.Examples"/>.</summary>
    public const string FewShot = "few_shot";

    /// <summary>Gives the model a role; needs the variable <c>role</c>, takes <c>domain</c>.</summary>
    public const string RoleBased = "role_based";

    /// <summary>Asks for one format; needs the variable <c>output_format</c>.</summary>
    public const string Structured = "structured";
}
