namespace LlmAspects.Components.Chunking;

/// <summary>Cuts at the cap, wherever that is, but never inside a surrogate pair or CRLF: all pieces but the last are as long as the cap allows.</summary>
/// <param name="markdown">Whether the headings above a piece are those of Markdown. The default is <see langword="true"/>; without, pieces have no path.</param>
public sealed class CharacterChunkingStrategy(bool markdown = true) : SeamChunkingStrategy(SeamRule.CodeUnit, markdown)
{
    /// <inheritdoc/>
    public override string Name => "character";
}
