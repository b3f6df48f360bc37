using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Quality;

/// <summary>A sentence or line of a retrieved piece.</summary>
/// <param name="Chunk">The piece.</param>
/// <param name="Range">The place in the piece.</param>
/// <param name="Statement">What it says.</param>
internal sealed record Evidence(RetrievedChunk Chunk, TextRange Range, Statement Statement)
{
    /// <summary>The sentences of a piece in order, with the headings, table rows and code lines, which are no sentences.</summary>
    public static IEnumerable<Evidence> Of(RetrievedChunk chunk)
    {
        List<TextRange> ranges = MarkdownSentences.Of(chunk.Text);
        AddOtherLines(chunk.Text, ranges);
        return ranges.OrderBy(range => range.Start).Select(range => new Evidence(chunk, range, Statement.Read(range.In(chunk.Text))));
    }

    private static void AddOtherLines(string text, List<TextRange> ranges)
    {
        var reader = new MarkdownLineReader(text);
        while (reader.MoveNext())
        {
            if (reader.Kind is MarkdownLineKind.Heading or MarkdownLineKind.TableRow or MarkdownLineKind.Code && !reader.Content.IsEmpty)
            {
                ranges.Add(reader.Content);
            }
        }
    }
}
