namespace LlmAspects.Generators.Model;

/// <summary>One annotated member.</summary>
/// <param name="ContainingType">The type to reopen.</param>
/// <param name="IsUnsafe">Whether the signature holds pointers.</param>
internal abstract record AspectMemberModel(ContainingTypeModel ContainingType, bool IsUnsafe)
{
    /// <summary>The calls that are wrapped: the method, or one an accessor.</summary>
    public abstract IEnumerable<AspectMethodModel> Methods { get; }
}
