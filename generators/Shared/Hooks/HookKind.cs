namespace LlmAspects.Shared;

/// <summary>When a hook runs; <c>On</c> and the name are the name of its method.</summary>
internal enum HookKind
{
    Enter,
    Success,
    Error,
    Exit,
}
