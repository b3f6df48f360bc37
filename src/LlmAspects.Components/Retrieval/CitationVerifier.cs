using LlmAspects.Components.Text;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Retrieval;

/// <summary>Checks by comparison, not by trust, that the citations of an answer point at retrieved text. Pure and thread-safe.</summary>
public static class CitationVerifier
{
    /// <summary>Checks the citations of an answer and reads its <c>[n]</c> markers, which number the retrieved pieces from 1.</summary>
    /// <param name="answer">The whole text of the answer.</param>
    /// <param name="annotations">The annotations that came with it; other kinds than <see cref="DocumentCitation"/> are passed over.</param>
    /// <param name="context">What was retrieved; <see langword="null"/>: every citation is rejected and markers mean nothing.</param>
    /// <returns>The true citations: first those given, then one for each piece that markers name.</returns>
    public static VerifiedCitations Verify(string answer, IEnumerable<AIAnnotation> annotations, RetrievedContext? context)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(annotations);
        var citations = new List<DocumentCitation>();
        int rejected = 0;
        foreach (DocumentCitation citation in annotations.OfType<DocumentCitation>())
        {
            if (context is not null && IsTrue(citation, answer, context))
            {
                citations.Add(citation);
            }
            else
            {
                rejected++;
            }
        }

        if (context is not null)
        {
            rejected += AddMarked(answer, context, citations);
        }

        return new VerifiedCitations(citations, rejected);
    }

    /// <summary>Replaces the document citations of a response by those that are true, all on the first text of its last message that has one.</summary>
    /// <param name="response">The response; changed in place.</param>
    /// <param name="context">What was retrieved.</param>
    /// <returns>The true citations and the number of removed ones. Regions are offsets in <see cref="ChatMessage.Text"/> of that message.</returns>
    public static VerifiedCitations Apply(ChatResponse response, RetrievedContext? context)
    {
        ArgumentNullException.ThrowIfNull(response);
        ChatMessage? message = response.Messages.LastOrDefault(message => message.Contents.OfType<TextContent>().Any());
        if (message is null)
        {
            return new VerifiedCitations([], 0);
        }

        List<AIAnnotation> given = [.. message.Contents.SelectMany(content => content.Annotations ?? [])];
        VerifiedCitations verified = Verify(message.Text, given, context);
        foreach (AIContent content in message.Contents)
        {
            content.Annotations = content.Annotations?.Where(annotation => annotation is not DocumentCitation).ToList();
        }

        if (verified.Citations.Count > 0)
        {
            TextContent first = message.Contents.OfType<TextContent>().First();
            first.Annotations = [.. first.Annotations ?? [], .. verified.Citations];
        }

        return verified;
    }

    private static bool IsTrue(DocumentCitation citation, string answer, RetrievedContext context) =>
        citation.SourceStart >= 0 && citation.SourceEnd > citation.SourceStart
        && (citation.AnnotatedRegions ?? []).OfType<TextSpanAnnotatedRegion>().All(region => IsInside(region, answer))
        && context.Chunks.Any(chunk => chunk.DocumentId == citation.FileId && chunk.Start <= citation.SourceStart && citation.SourceEnd <= chunk.End
            && chunk.Text.AsSpan(citation.SourceStart - chunk.Start, citation.SourceEnd - citation.SourceStart).SequenceEqual(citation.Snippet));

    private static bool IsInside(TextSpanAnnotatedRegion region, string answer) =>
        region is { StartIndex: { } start, EndIndex: { } end } && start >= 0 && end > start && end <= answer.Length;

    /// <summary>Adds a citation for each piece that markers name; its regions are the sentences with the markers.</summary>
    private static int AddMarked(string answer, RetrievedContext context, List<DocumentCitation> citations)
    {
        List<CitationMarkers.Marker> markers = CitationMarkers.Read(answer);
        if (markers.Count == 0)
        {
            return 0;
        }

        List<TextRange> sentences = MarkdownSentences.Of(answer);
        int rejected = 0;
        foreach (IGrouping<int, CitationMarkers.Marker> group in markers.GroupBy(marker => marker.Number))
        {
            if (group.Key < 1 || group.Key > context.Chunks.Count)
            {
                rejected += group.Count();
                continue;
            }

            RetrievedChunk chunk = context.Chunks[group.Key - 1];
            IEnumerable<TextRange> regions = group.Select(marker => RegionOf(marker, sentences)).Distinct();
            citations.Add(DocumentCitation.Of(chunk, 0, chunk.Text.Length, regions.Select(region => new TextSpanAnnotatedRegion { StartIndex = region.Start, EndIndex = region.End })));
        }

        return rejected;
    }

    /// <summary>The sentence that holds the marker, or that it follows ("So it is. [1]"), else the marker itself.</summary>
    private static TextRange RegionOf(CitationMarkers.Marker marker, List<TextRange> sentences)
    {
        int index = sentences.FindIndex(sentence => sentence.Start <= marker.Start && marker.End <= sentence.End);
        if (index > 0 && sentences[index].Start == marker.Start)
        {
            return sentences[index - 1];
        }

        return index < 0 ? new TextRange(marker.Start, marker.End) : sentences[index];
    }
}
