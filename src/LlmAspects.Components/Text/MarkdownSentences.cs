namespace LlmAspects.Components.Text;

/// <summary>The sentences of a Markdown text: paragraphs and list items are cut into sentences, headings, code and tables are no sentences.</summary>
internal static class MarkdownSentences
{
    public static List<TextRange> Of(ReadOnlySpan<char> text)
    {
        var sentences = new List<TextRange>();
        var block = new TextRange(0, 0);
        var reader = new MarkdownLineReader(text);
        while (reader.MoveNext())
        {
            if (reader.Kind == MarkdownLineKind.Text)
            {
                TextRange content = WithoutQuoteMarker(text, reader.Content);
                block = block.IsEmpty ? content : new TextRange(block.Start, content.End);
                continue;
            }

            Close(text, ref block, sentences);
            if (reader.Kind == MarkdownLineKind.ListItem)
            {
                block = new TextRange(reader.Content.Start + reader.MarkerLength, reader.Content.End);
            }
        }

        Close(text, ref block, sentences);
        return sentences;
    }

    private static TextRange WithoutQuoteMarker(ReadOnlySpan<char> text, TextRange content) =>
        text[content.Start] == '>' ? new TextRange(content.Start + 1, content.End).Trim(text) : content;

    private static void Close(ReadOnlySpan<char> text, ref TextRange block, List<TextRange> sentences)
    {
        SentenceSegmenter.Split(text, block, sentences);
        block = new TextRange(0, 0);
    }
}
