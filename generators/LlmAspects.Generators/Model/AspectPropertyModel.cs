using LlmAspects.Shared;

namespace LlmAspects.Generators.Model;

/// <summary>An annotated property or indexer.</summary>
/// <param name="HintName">The file's name.</param>
/// <param name="ContainingType">The type to reopen.</param>
/// <param name="Declaration">The declaration that both parts share, without accessors.</param>
/// <param name="Accessors">The accessors.</param>
internal sealed record AspectPropertyModel(
    string HintName,
    ContainingTypeModel ContainingType,
    string Declaration,
    EquatableArray<AccessorModel> Accessors) : AspectMemberModel(HintName, ContainingType)
{
    public override IEnumerable<AspectMethodModel> Methods => Accessors.Select(static accessor => accessor.Method);
}
