using LlmAspects.Components.Text;

namespace LlmAspects.Components.Chunking;

/// <summary>
/// Finds the sentences of a text. It knows abbreviations, initials, decimals, ellipses, quotes, lists in one line, and the full stops of other scripts
/// (。！？ and ؟ ।, for example). A blank line, a list item, a table row and a line of code end a sentence as well; a line break inside a paragraph does not.
/// </summary>
public static class TextSentences
{
    /// <summary>Finds the sentences.</summary>
    /// <param name="text">The text; the offsets of the result point into it.</param>
    /// <returns>The sentences in order, verbatim, without the white space around them.</returns>
    public static IReadOnlyList<TextChunk> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var outline = new TextOutline(markdown: true);
        outline.Read(new TextWindow(text), complete: true);
        var sentences = new List<TextRange>();
        for (int start = 0; start < text.Length;)
        {
            int end = Math.Min(Math.Min(outline.Sections.FirstBehind(start), outline.Blocks.FirstBehind(start)), Math.Min(outline.Lines.FirstBehind(start), outline.Rows.FirstBehind(start)));
            end = Math.Min(end, text.Length);
            SentenceSegmenter.Split(text, new TextRange(start, end), sentences);
            start = end;
        }

        return [.. sentences.Select(static sentence => new TextChunk(sentence.Start, sentence.Length))];
    }
}
