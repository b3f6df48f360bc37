namespace LlmAspects.Components.Chunking;

/// <summary>
/// Packs whole paragraphs, lists, tables and code fences up to the cap, across headings. One that is longer than the cap is cut between lines,
/// sentences or words.
/// </summary>
/// <param name="markdown">Whether headings, lists, tables and code fences are those of Markdown. The default is <see langword="true"/>; without, blank lines part paragraphs.</param>
public sealed class ParagraphChunkingStrategy(bool markdown = true) : SeamChunkingStrategy(SeamRule.Paragraph, markdown)
{
    /// <inheritdoc/>
    public override string Name => "paragraph";
}
