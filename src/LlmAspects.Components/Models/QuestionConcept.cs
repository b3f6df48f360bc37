using System.Collections.Frozen;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Models;

/// <summary>One thing that a question asks about: a word, or an identifier with its parts.</summary>
/// <param name="Whole">The stem of the word or of the whole identifier.</param>
/// <param name="Parts">The stems of the identifier's parts; empty for a word.</param>
internal sealed record QuestionConcept(string Whole, IReadOnlyList<string> Parts)
{
    // Words that ask; they name nothing that a document could tell of.
    private static readonly FrozenSet<string> Asking = TextAnalyzer
        .Analyze("explain describe define tell show work works working mean means meaning happen happens please")
        .Select(term => term.Value).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How much of the concept the terms hold: 1 for the whole, less for some of its parts.</summary>
    public double MatchIn(IReadOnlyDictionary<string, int> terms)
    {
        if (terms.ContainsKey(Whole) || Parts.Count == 0)
        {
            return terms.ContainsKey(Whole) ? 1 : 0;
        }

        return (double)Parts.Count(terms.ContainsKey) / Parts.Count;
    }

    /// <summary>The concepts of a question, each once, in order. Words that only ask count when there are no others.</summary>
    public static IReadOnlyList<QuestionConcept> Read(string question)
    {
        var concepts = new List<QuestionConcept>();
        List<string> parts = [];
        foreach (Term term in TextAnalyzer.Analyze(question))
        {
            if (term.Kind == TermKind.Part)
            {
                parts.Add(term.Value);
                continue;
            }

            parts = [];
            if (!concepts.Exists(concept => concept.Whole == term.Value))
            {
                concepts.Add(new QuestionConcept(term.Value, parts));
            }
        }

        List<QuestionConcept> named = concepts.FindAll(concept => !Asking.Contains(concept.Whole));
        return named.Count > 0 ? named : concepts;
    }
}
