using LlmAspects.Shared;

namespace LlmAspects.Generators.Model;

/// <summary>All that the writer needs to know about the annotated members of one type: one model, one file.</summary>
/// <param name="HintName">The file's name.</param>
/// <param name="ContainingType">The type to reopen.</param>
/// <param name="Members">The members, in the order of the source.</param>
internal sealed record AspectTypeModel(string HintName, ContainingTypeModel ContainingType, EquatableArray<AspectMemberModel> Members)
{
    /// <summary>All wrapped calls.</summary>
    public IEnumerable<AspectMethodModel> Methods => Members.SelectMany(static member => member.Methods);
}
