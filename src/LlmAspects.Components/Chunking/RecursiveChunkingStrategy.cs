namespace LlmAspects.Components.Chunking;

/// <summary>
/// Cuts where a text has its strongest seam below the cap: section, block (paragraph, list, table, code fence), list item or line of code,
/// sentence, word, code unit. Sections never share a piece; code fences that fit stay whole; surrogate pairs and CRLF are never cut.
/// </summary>
/// <param name="markdown">Whether headings, lists, tables and code fences are those of Markdown. The default is <see langword="true"/>; <see langword="false"/> suits source code, where every line is a seam.</param>
public sealed class RecursiveChunkingStrategy(bool markdown = true) : SeamChunkingStrategy(SeamRule.StrongestFirst, markdown)
{
    /// <inheritdoc/>
    public override string Name => "recursive";
}
