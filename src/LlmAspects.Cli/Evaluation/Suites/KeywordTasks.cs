using LlmAspects.Components;

namespace LlmAspects.Cli.Evaluation.Suites;

/// <summary>What a list of keywords makes of a text, to compare with: the first task of which a word occurs anywhere, in whatever sense.</summary>
internal static class KeywordTasks
{
    private static readonly (LlmTask Task, string[] Words)[] Rules =
    [
        (LlmTask.Summarization, ["summar", "tl;dr", "condense"]),
        (LlmTask.Translation, ["translat", "into french", "into german", "into spanish"]),
        (LlmTask.Classification, ["classify", "categor", "sentiment", "label"]),
        (LlmTask.Code, ["function", "python", "code", "program", "algorithm", "sql", "html", "implement"]),
        (LlmTask.Analysis, ["analy", "compare", "extract", "identify", "evaluate"]),
        (LlmTask.Reasoning, ["solve", "calculate", "how many", "how much", "what if", "prove", "probability", "equation", "if "]),
        (LlmTask.Generation, ["write", "compose", "draft", "story", "poem", "email", "imagine", "pretend", "essay"]),
        (LlmTask.QuestionAnswering, ["what", "how", "why", "who", "when", "where", "which", "explain", "describe", "?"]),
    ];

    public static LlmTask Guess(string text)
    {
        foreach ((LlmTask task, string[] words) in Rules)
        {
            if (words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return task;
            }
        }

        return LlmTask.General;
    }
}
