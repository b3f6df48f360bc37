using System.Text;
using LlmAspects.Cli.Reports;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Ask;

/// <summary>Numbers the citations of an answer and checks each against the document that it names.</summary>
internal sealed class Citations
{
    private Citations(string answer, IReadOnlyList<CitationReport> reports, int rejected, bool isMarked)
    {
        Answer = answer;
        Reports = reports;
        Rejected = rejected;
        IsMarked = isMarked;
    }

    /// <summary>The answer with a number after each cited part.</summary>
    public string Answer { get; }

    public IReadOnlyList<CitationReport> Reports { get; }

    /// <summary>Citations whose text does not stand in the document at their offsets.</summary>
    public int Rejected { get; }

    /// <summary>Whether the answer marks pieces itself.</summary>
    public bool IsMarked { get; }

    /// <summary>Numbers and checks the citations of an answer.</summary>
    /// <param name="answer">The text that the citations' regions point into.</param>
    /// <param name="cited">The citations.</param>
    /// <param name="documents">The texts by document id.</param>
    /// <param name="context">What was retrieved. An answer that marks pieces itself (<c>[2]</c>) keeps its numbers; others get them in the order of the citations.</param>
    /// <param name="before">How many citations stand before these.</param>
    public static Citations Read(string answer, IReadOnlyList<DocumentCitation> cited, IReadOnlyDictionary<string, string> documents, RetrievedContext? context, int before = 0)
    {
        bool marked = cited.Any(citation => RegionsOf(citation).Any(region => answer[region].Contains('[', StringComparison.Ordinal)));
        var reports = new List<CitationReport>();
        var marks = new List<(int At, int Number)>();
        foreach (DocumentCitation citation in cited.Where(citation => IsTrue(citation, documents)))
        {
            int number = marked ? NumberOf(citation, context) : before + reports.Count + 1;
            int line = documents[citation.FileId!].AsSpan(0, citation.SourceStart).Count('\n') + 1;
            reports.Add(new CitationReport(number, citation.Title ?? citation.FileId!, line, citation.SourceStart, citation.SourceEnd, citation.Snippet!));
            marks.AddRange(RegionsOf(citation).Select(region => (region.End.Value, number)));
        }

        return new Citations(marked ? answer : Mark(answer, marks), reports, cited.Count - reports.Count, marked);
    }

    private static bool IsTrue(DocumentCitation citation, IReadOnlyDictionary<string, string> documents) =>
        citation.FileId is { } id && documents.TryGetValue(id, out string? text)
        && citation.SourceStart >= 0 && citation.SourceStart <= citation.SourceEnd && citation.SourceEnd <= text.Length
        && text.AsSpan(citation.SourceStart, citation.SourceEnd - citation.SourceStart).SequenceEqual(citation.Snippet);

    private static IEnumerable<Range> RegionsOf(DocumentCitation citation) => (citation.AnnotatedRegions ?? [])
        .OfType<TextSpanAnnotatedRegion>()
        .Where(region => region is { StartIndex: not null, EndIndex: not null })
        .Select(region => region.StartIndex!.Value..region.EndIndex!.Value);

    private static int NumberOf(DocumentCitation citation, RetrievedContext? context) =>
        1 + (context?.Chunks.TakeWhile(chunk => chunk.DocumentId != citation.FileId || chunk.Start > citation.SourceStart || chunk.End < citation.SourceEnd).Count() ?? 0);

    private static string Mark(string answer, List<(int At, int Number)> marks)
    {
        var marked = new StringBuilder(answer);
        foreach ((int at, int number) in marks.OrderByDescending(mark => mark.At).ThenByDescending(mark => mark.Number))
        {
            marked.Insert(Math.Min(at, answer.Length), $" [{number}]");
        }

        return marked.ToString();
    }
}
