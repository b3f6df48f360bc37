using System.Collections.Frozen;

namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Tells whether a query is English: what is looked for, and what is added, is.</summary>
internal static class EnglishText
{
    private const int FewWords = 3;
    private const int ReadWords = 30;
    private const int WordsAMark = 12;

    // Words that no other language with Latin letters has many of.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Marks =
        ("the|of|and|to|is|are|how|what|why|which|who|where|this|that|these|a|an|for|with|my|you|your|it|from|between|does|can|please|about|should|could|would|into|write|give|explain|"
        + "make|create|summarize|summarise|translate|compare|describe|list|tell|show|classify|find")
            .Split('|').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Why a text is not read; <see langword="null"/> when it is.</summary>
    public static string? ObstacleIn(TaskWords words)
    {
        int read = Math.Min(words.Count, ReadWords);
        (int marks, int foreign) = (0, 0);
        for (int i = 0; i < read; i++)
        {
            marks += Marks.Contains(words[i]) ? 1 : 0;
            foreign += words[i].ContainsAnyExceptInRange('\0', '\u024F') ? 1 : 0;
        }

        return read == 0 ? "The query has no words."
            : 2 * foreign > read || (read > FewWords && WordsAMark * marks < read) ? "The query does not seem to be English."
            : null;
    }
}
