using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Models;

/// <summary>A sentence of the retrieved pieces that can become a part of an answer.</summary>
internal sealed class SourceSentence
{
    private SourceSentence(RetrievedChunk chunk, int rank, int position, TextRange range, string display)
    {
        Chunk = chunk;
        Rank = rank;
        Position = position;
        Range = range;
        Display = display;
        Terms = TermFrequencies.Of(display);
        Words = CountWords(display);
    }

    public RetrievedChunk Chunk { get; }

    /// <summary>The number of the piece, 0 for the best.</summary>
    public int Rank { get; }

    /// <summary>The number of the sentence in its piece, from 0.</summary>
    public int Position { get; }

    /// <summary>Where it stands in the piece.</summary>
    public TextRange Range { get; }

    /// <summary>The sentence without Markdown, with a full stop.</summary>
    public string Display { get; }

    public IReadOnlyDictionary<string, int> Terms { get; }

    public int Words { get; }

    /// <summary>The sentences of a context, each text once, the best piece first.</summary>
    public static List<SourceSentence> Read(RetrievedContext context)
    {
        var sentences = new List<SourceSentence>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int rank = 0; rank < context.Chunks.Count; rank++)
        {
            RetrievedChunk chunk = context.Chunks[rank];
            int position = 0;
            foreach (TextRange range in MarkdownSentences.Of(chunk.Text))
            {
                string display = Ended(MarkdownInline.ToPlain(range.In(chunk.Text)));
                if (display.Any(char.IsLetterOrDigit) && seen.Add(display))
                {
                    sentences.Add(new SourceSentence(chunk, rank, position++, range, display));
                }
            }
        }

        return sentences;
    }

    private static string Ended(string display) =>
        display.Length > 0 && (char.IsLetterOrDigit(display[^1]) || (display[^1] is ')' or ']' or ',' or ';')) ? display.TrimEnd(',', ';') + "." : display;

    private static int CountWords(string text)
    {
        int count = 0;
        foreach (TextRange _ in new WordTokenizer(text))
        {
            count++;
        }

        return count;
    }
}
