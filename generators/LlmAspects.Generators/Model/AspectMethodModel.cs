using LlmAspects.Shared;

namespace LlmAspects.Generators.Model;

/// <summary>An annotated method, or one accessor of an annotated property.</summary>
/// <param name="ContainingType">The type to reopen.</param>
/// <param name="IsUnsafe">Whether the signature holds pointers.</param>
/// <param name="Field">The name of the field that holds the operation object.</param>
/// <param name="Operation">The operation object.</param>
/// <param name="Signature">The method's signature.</param>
/// <param name="CoreTarget">What is called, without type arguments and arguments.</param>
/// <param name="Shape">The shape of the result.</param>
/// <param name="NamesInScope">The names that a local variable cannot take.</param>
/// <param name="HidingAttributes">The attributes that hide what belongs to the wrapper from stack traces and debuggers, fully qualified.</param>
/// <param name="Retry">How Core is retried; null when it is not.</param>
/// <param name="Tags">The tags; null without any.</param>
/// <param name="TaskLike">How a task-like is awaited; null for every other result.</param>
/// <param name="UserAspects">The aspects of a user; null without any hook.</param>
internal sealed record AspectMethodModel(
    ContainingTypeModel ContainingType,
    bool IsUnsafe,
    string Field,
    OperationModel Operation,
    MethodSignatureModel Signature,
    string CoreTarget,
    ResultShape Shape,
    EquatableArray<string> NamesInScope,
    EquatableArray<string> HidingAttributes,
    RetryModel? Retry,
    TagsModel? Tags,
    TaskLikeModel? TaskLike,
    UserAspectsModel? UserAspects) : AspectMemberModel(ContainingType, IsUnsafe)
{
    public override IEnumerable<AspectMethodModel> Methods => [this];
}
