using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion.Editing;

/// <summary>
/// The changes of one document. They are changes of its text: whatever they do not touch, comments and directives in every branch included, stays as it was written.
/// </summary>
internal sealed class DocumentEdits
{
    private readonly List<TextChange> _changes = [];
    private readonly HashSet<TextChange> _known = [];

    /// <summary>Inserts text; the same text at the same place only once, however many methods ask for it.</summary>
    public void Insert(int position, string text) => Replace(new TextSpan(position, 0), text);

    public void Delete(TextSpan span) => Replace(span, "");

    public void Replace(TextSpan span, string text)
    {
        var change = new TextChange(span, text);
        if (_known.Add(change))
        {
            _changes.Add(change);
        }
    }

    public SourceText ApplyTo(SourceText text) => text.WithChanges(InOrder(_changes));

    /// <summary>A part of a text with the changes that lie in it.</summary>
    public string ApplyTo(SourceText text, TextSpan part)
    {
        var shifted = _changes.Where(change => part.Contains(change.Span)).Select(change => new TextChange(new TextSpan(change.Span.Start - part.Start, change.Span.Length), change.NewText!));
        return SourceText.From(text.ToString(part)).WithChanges(InOrder(shifted)).ToString();
    }

    // What lies in a deleted part goes with it. The sort is stable: what is inserted at one place keeps its order, and stands before what is deleted there.
    private static IEnumerable<TextChange> InOrder(IEnumerable<TextChange> changes)
    {
        var end = 0;
        foreach (var change in changes.OrderBy(static change => change.Span.Start).ThenBy(static change => change.Span.Length > 0))
        {
            if (change.Span.Start >= end)
            {
                yield return change;
                end = change.Span.End;
            }
            else if (change.Span.End > end && change.NewText!.Length == 0)
            {
                yield return new TextChange(TextSpan.FromBounds(end, change.Span.End), "");
                end = change.Span.End;
            }
        }
    }
}
