namespace LlmAspects.Components.Text;

/// <summary>Where a term comes from.</summary>
internal enum TermKind
{
    /// <summary>A word.</summary>
    Word,

    /// <summary>A whole identifier such as <c>ErrorContext</c> or <c>error_context</c>; its parts follow.</summary>
    Identifier,

    /// <summary>A part of the identifier before.</summary>
    Part,
}
