using LlmAspects.Shared;

namespace LlmAspects.Generators.Model;

/// <summary>An annotated method, or one accessor of an annotated property.</summary>
/// <param name="HintName">The file's name.</param>
/// <param name="ContainingType">The type to reopen.</param>
/// <param name="Operation">The operation object.</param>
/// <param name="Signature">The method's signature.</param>
/// <param name="CoreTarget">What is called, without type arguments and arguments.</param>
/// <param name="Shape">The shape of the result.</param>
/// <param name="NamesInScope">The names that a local variable cannot take.</param>
/// <param name="Retry">How Core is retried; null when it is not.</param>
/// <param name="Tags">The tags; null without any.</param>
/// <param name="UserAspects">The aspects of a user; null without any hook.</param>
internal sealed record AspectMethodModel(
    string HintName,
    ContainingTypeModel ContainingType,
    OperationModel Operation,
    MethodSignatureModel Signature,
    string CoreTarget,
    ResultShape Shape,
    EquatableArray<string> NamesInScope,
    RetryModel? Retry,
    TagsModel? Tags,
    UserAspectsModel? UserAspects) : AspectMemberModel(HintName, ContainingType)
{
    public override IEnumerable<AspectMethodModel> Methods => [this];
}
