using LlmAspects.Shared;

namespace LlmAspects.Generators.Model;

/// <summary>An annotated property or indexer.</summary>
/// <param name="ContainingType">The type to reopen.</param>
/// <param name="IsUnsafe">Whether the signature holds pointers.</param>
/// <param name="Declaration">The declaration that both parts share, without accessors.</param>
/// <param name="Accessors">The accessors.</param>
internal sealed record AspectPropertyModel(
    ContainingTypeModel ContainingType,
    bool IsUnsafe,
    string Declaration,
    EquatableArray<AccessorModel> Accessors) : AspectMemberModel(ContainingType, IsUnsafe)
{
    public override IEnumerable<AspectMethodModel> Methods => Accessors.Select(static accessor => accessor.Method);
}
