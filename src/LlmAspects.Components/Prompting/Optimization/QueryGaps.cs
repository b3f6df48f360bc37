using System.Buffers;
using System.Collections.Frozen;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Finds by rules what a query lacks: by words at word boundaries, never by parts of words.</summary>
internal static class QueryGaps
{
    private const int TerseWords = 3;
    private const int PronounWords = 12;

    private static readonly SearchValues<char> MaterialMarks = SearchValues.Create(":\"\u201C\u00AB`{");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pronouns = Set("it|this|them|they|these|those");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pointers = Set("following|below|attached|above|enclosed|pasted");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Documents =
        Set("text|article|document|report|email|letter|paragraph|code|function|passage|essay|chapter|contract|transcript|speech|thread|interview|sentence|sentences|memo");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Explanations = Set("explain|describe|clarify|define|elaborate|teach");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Examples = Set("example|examples|instance|illustrate|illustration|sample|samples|e.g");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Limits = Set(
        "brief|briefly|short|concise|concisely|long|detailed|detail|depth|length|list|table|json|xml|csv|yaml|markdown|html|bullet|bullets|format|paragraph|paragraphs|line|lines|page|pages|"
        + "word|words|sentence|sentences|steps|points|only|exactly|limit|maximum|minimum|fewer|haiku|limerick|sonnet|tweet|slogan|headline|title|caption|one-liner");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ProgrammingLanguages = Set(
        "python|javascript|typescript|java|rust|golang|go|kotlin|swift|ruby|php|perl|scala|c|cpp|csharp|sql|html|css|bash|powershell|shell|regex|linq|dockerfile|yaml|pandas|numpy|"
        + "matlab|r|haskell|dart|lua|latex|excel|vba|node|react|dotnet");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Languages = Set(TaskObjects.LanguageNames);

    /// <summary>What is missing, in a fixed order.</summary>
    /// <param name="query">The query without polite phrases.</param>
    /// <param name="words">Its words.</param>
    /// <param name="task">What it asks for.</param>
    /// <param name="hasSurroundings">Whether the model sees more than the query.</param>
    public static List<QueryFeature> Find(string query, TaskWords words, LlmTask task, bool hasSurroundings)
    {
        var gaps = new List<QueryFeature>();
        if (task == LlmTask.Chat)
        {
            return gaps;
        }

        bool hasMaterial = hasSurroundings || query.AsSpan().ContainsAny(MaterialMarks) || query.AsSpan().Trim().Contains('\n');
        bool isUnclear = !hasMaterial && IsUnclear(words);
        Add(gaps, QueryFeature.UnclearReference, isUnclear);
        Add(gaps, QueryFeature.MissingMaterial, !hasMaterial && !isUnclear && LacksMaterial(words, task));
        Add(gaps, QueryFeature.Terse, !hasMaterial && !isUnclear && words.Count <= TerseWords && !TaskCues.IsRequestAt(words, 0));
        Add(gaps, QueryFeature.SeveralRequests, AsksSeveral(query, words));
        Add(gaps, QueryFeature.NoExample, task == LlmTask.QuestionAnswering && Any(words, Explanations) && !Any(words, Examples));
        Add(gaps, QueryFeature.NoLimit, task is LlmTask.Summarization or LlmTask.Generation or LlmTask.Analysis && !Any(words, Limits));
        Add(gaps, QueryFeature.NoLanguage, !hasMaterial && LacksLanguage(query, words, task));
        return gaps;
    }

    private static void Add(List<QueryFeature> gaps, QueryFeature feature, bool isThere)
    {
        if (isThere)
        {
            gaps.Add(feature);
        }
    }

    // One word with a meaning beside the pronoun and the request: "why does it crash", "fix them".
    private static bool IsUnclear(TaskWords words)
    {
        if (words.Count > PronounWords || !Any(words, Pronouns))
        {
            return false;
        }

        int meanings = 0;
        for (int i = 0; i < words.Count; i++)
        {
            meanings += StopWords.Contains(words[i]) || TaskCues.StartingWith(words[i]).Length > 0 ? 0 : 1;
        }

        return meanings <= 1;
    }

    private static bool LacksMaterial(TaskWords words, LlmTask task)
    {
        if (task is not (LlmTask.Summarization or LlmTask.Translation or LlmTask.Classification or LlmTask.Analysis or LlmTask.Code))
        {
            return false;
        }

        for (int i = 0; i < words.Count; i++)
        {
            bool isNext = i + 1 < words.Count && Documents.Contains(words[i + 1]);
            if (Pointers.Contains(words[i]) || (isNext && words[i] is "this" or "these"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AsksSeveral(string query, TaskWords words)
    {
        if (query.AsSpan().ContainsAny(MaterialMarks) || query.Contains("\n- ", StringComparison.Ordinal) || query.Contains("\n1", StringComparison.Ordinal))
        {
            return false;
        }

        int requests = 0;
        int last = -1;
        for (int i = 0; i < words.Count; i++)
        {
            if (words.SentenceOf(i) != last && words.StartAt(i) > 0 && TaskCues.IsRequestAt(words, i))
            {
                last = words.SentenceOf(i);
                requests++;
            }
        }

        return words.Questions > 1 || requests > 2;
    }

    private static bool LacksLanguage(string query, TaskWords words, LlmTask task) => task switch
    {
        LlmTask.Code => !Any(words, ProgrammingLanguages) && !query.Contains(".NET", StringComparison.OrdinalIgnoreCase),
        LlmTask.Translation => !Any(words, Languages),
        _ => false,
    };

    private static bool Any(TaskWords words, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> set)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (set.Contains(words[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split('|').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
