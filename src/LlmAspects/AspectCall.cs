namespace LlmAspects;

/// <summary>What a hook of an <see cref="AspectAttribute{TStruct}"/> can know about the call: constants of the method, so that nothing is allocated.</summary>
/// <param name="Component">The component of the method, for example <c>llm_router</c>.</param>
/// <param name="Operation">The operation, for example <c>select_model</c>.</param>
/// <param name="Method">The name of the method, for example <c>SelectModelAsync</c>.</param>
public readonly record struct AspectCall(string Component, string Operation, string Method);
