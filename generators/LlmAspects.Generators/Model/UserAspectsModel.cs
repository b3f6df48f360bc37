using LlmAspects.Shared;

namespace LlmAspects.Generators.Model;

/// <summary>The aspects of a user that have hooks; each is a layer around the next one.</summary>
/// <param name="Layers">The layers, outermost first.</param>
/// <param name="Signature">The signature of the private method that holds a layer; its name is that of the layer.</param>
/// <param name="InstanceType">The fully qualified type of the method.</param>
/// <param name="ResultType">The type of a task's result or a stream's items; null otherwise.</param>
/// <param name="IsValueTask">Whether the method returns a value task.</param>
internal sealed record UserAspectsModel(
    EquatableArray<UserAspectModel> Layers,
    MethodSignatureModel Signature,
    string InstanceType,
    string? ResultType,
    bool IsValueTask);

/// <summary>One aspect of a user.</summary>
/// <param name="Type">The fully qualified struct.</param>
/// <param name="MethodName">The private method that holds its hooks.</param>
/// <param name="Hooks">The hooks that exist.</param>
internal sealed record UserAspectModel(string Type, string MethodName, EquatableArray<HookModel> Hooks)
{
    /// <summary>Whether a hook has to be awaited.</summary>
    public bool IsAsync => Hooks.Any(static hook => hook.IsAsync);

    /// <summary>Whether a hook needs the struct itself.</summary>
    public bool HasState => Hooks.Any(static hook => !hook.IsStatic);

    public HookModel? Find(HookKind kind) => Hooks.FirstOrDefault(hook => hook.Kind == kind);

    public bool Has(HookKind kind) => Find(kind) is not null;
}

/// <summary>One hook.</summary>
/// <param name="Kind">When it runs.</param>
/// <param name="IsStatic">Whether it belongs to the type.</param>
/// <param name="IsAsync">Whether it is awaited.</param>
/// <param name="Arguments">What it is given.</param>
internal sealed record HookModel(HookKind Kind, bool IsStatic, bool IsAsync, EquatableArray<HookArgumentModel> Arguments)
{
    public bool Takes(HookSource source) => Arguments.Any(argument => argument.Source == source);
}

/// <summary>One argument of a hook.</summary>
/// <param name="Parameter">The parameter of the hook, escaped.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Argument">The parameter of the method, escaped, if the value is its argument.</param>
internal sealed record HookArgumentModel(string Parameter, HookSource Source, string? Argument);
