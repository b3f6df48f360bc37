using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Text;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Prompting;

/// <summary>Chooses examples by likeness and difference within a number of tokens.</summary>
internal static class ExampleSelector
{
    /// <summary>Chooses; the most fitting example is the last one.</summary>
    public static IReadOnlyList<PromptExample> Choose(string question, IReadOnlyList<PromptExample> examples, ExampleSelection selection, ITokenCounter counter)
    {
        selection.Validate();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] asked = TermsOf(question, numbers);
        List<MaximalMarginalRelevance.Candidate> candidates =
        [
            .. examples.Select((example, place) => (Place: place, Terms: TermsOf(example.Input, numbers)))
                .Select(one => new MaximalMarginalRelevance.Candidate(one.Place, MaximalMarginalRelevance.Similarity(asked, one.Terms), one.Terms))
                .OrderByDescending(static candidate => candidate.Relevance).ThenBy(static candidate => candidate.Number),
        ];
        if (candidates.Exists(static candidate => candidate.Relevance > 0))
        {
            // Else diversity would prefer examples that have nothing to do with the question.
            candidates.RemoveAll(static candidate => candidate.Relevance == 0);
        }

        int left = selection.MaxTokens;
        int[] chosen = MaximalMarginalRelevance.Choose(candidates, selection.MaxExamples, selection.Diversity, Fits);
        return [.. chosen.Reverse().Select(place => examples[place])];

        bool Fits(int place)
        {
            int tokens = counter.CountRequest(selection.ModelId, MessagesOf(examples[place]), options: null).Upper;
            bool fits = tokens <= left;
            left -= fits ? tokens : 0;
            return fits;
        }
    }

    public static ChatMessage[] MessagesOf(PromptExample example) => [new(ChatRole.User, example.Input), new(ChatRole.Assistant, example.Output)];

    private static int[] TermsOf(string text, Dictionary<string, int> numbers)
    {
        var terms = new SortedSet<int>();
        foreach (Term term in TextAnalyzer.Analyze(text))
        {
            if (!numbers.TryGetValue(term.Value, out int number))
            {
                numbers[term.Value] = number = numbers.Count;
            }

            terms.Add(number);
        }

        return [.. terms];
    }
}
