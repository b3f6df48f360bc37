namespace LlmAspects.Shared;

/// <summary>Where the value of a hook's parameter comes from.</summary>
internal enum HookSource
{
    Call,
    Argument,
    Instance,
    Result,
    Error,
}
