using LlmAspects.Shared;

namespace LlmAspects.Generators.Model;

/// <summary>Where the wrapper is written.</summary>
/// <param name="Namespace">The namespace, escaped; empty for the global one.</param>
/// <param name="Name">The innermost type's name, not escaped.</param>
/// <param name="Headers">One partial type header each, outermost first.</param>
internal sealed record ContainingTypeModel(string Namespace, string Name, EquatableArray<string> Headers)
{
    /// <summary>The name of the file-local type that holds the operations.</summary>
    public string HolderName => "OperationsOf_" + Name;
}
