namespace LlmAspects.Components.Chunking;

/// <summary>
/// Packs whole sentences up to the cap, across paragraphs and headings. Headings, list items, table rows and lines of code count as sentences.
/// One that is longer than the cap is cut between words.
/// </summary>
/// <param name="markdown">Whether headings, lists, tables and code fences are those of Markdown. The default is <see langword="true"/>; without, every line is a seam.</param>
public sealed class SentenceChunkingStrategy(bool markdown = true) : SeamChunkingStrategy(SeamRule.Sentence, markdown)
{
    /// <inheritdoc/>
    public override string Name => "sentence";
}
