namespace LlmAspects.Generators.Model;

/// <summary>All that the writer needs to know about one annotated member: one model, one file.</summary>
/// <param name="HintName">The file's name.</param>
/// <param name="ContainingType">The type to reopen.</param>
internal abstract record AspectMemberModel(string HintName, ContainingTypeModel ContainingType)
{
    /// <summary>The calls that are wrapped: the method, or one an accessor.</summary>
    public abstract IEnumerable<AspectMethodModel> Methods { get; }
}
