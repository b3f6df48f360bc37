using LlmAspects.Shared;

namespace LlmAspects.Generators.Model;

/// <summary>The signature that both parts of the method share.</summary>
/// <param name="Modifiers">The modifiers, <c>partial</c> last.</param>
/// <param name="ReturnType">The fully qualified type with its <c>ref</c> kind.</param>
/// <param name="IsReturnNullable">Whether the result is declared nullable.</param>
/// <param name="Name">The name, escaped.</param>
/// <param name="TypeParameters">The type parameter names, escaped.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Constraints">The constraint clauses, those that C# wants repeated.</param>
/// <param name="NeverReturns">Whether the method is <c>[DoesNotReturn]</c> and void.</param>
/// <param name="Attributes">The attributes of the implementing part alone, fully qualified.</param>
internal sealed record MethodSignatureModel(
    string Modifiers,
    string ReturnType,
    bool IsReturnNullable,
    string Name,
    EquatableArray<string> TypeParameters,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<string> Constraints,
    bool NeverReturns,
    EquatableArray<string> Attributes);
