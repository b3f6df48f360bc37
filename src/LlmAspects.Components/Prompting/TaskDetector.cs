using System.Buffers;

namespace LlmAspects.Components.Prompting;

/// <summary>Finds out by rules what a text asks for: words at word boundaries, their place in the sentence, and the shape of the text.</summary>
internal static class TaskDetector
{
    private const int HeadLength = 4_096;
    private const int TailLength = 1_024;
    private const double MinimumScore = 1;
    private const double MinimumMargin = 0.15;

    /// <summary>What stands in the middle of a long request is more often material than request.</summary>
    private const double MiddleFactor = 0.5;

    private const int ChatWords = 8;

    private static readonly SearchValues<char> CodeMarks = SearchValues.Create("{};=<>");

    public static TaskDetection Detect(string text) => Detect(text, out _);

    /// <summary>Says what a text asks for, and gives its words for more.</summary>
    public static TaskDetection Detect(string text, out TaskWords words)
    {
        if (text.Length > HeadLength + TailLength)
        {
            text = string.Concat(text.AsSpan(0, HeadLength), "\n", text.AsSpan(text.Length - TailLength));
        }

        words = TaskWords.Read(text);
        var scores = new TaskScores();
        for (int i = 0; i < words.Count; i++)
        {
            AddCuesAt(words, i, scores);
        }

        AddShape(text, words, scores);
        return scores.Decide(MinimumScore, MinimumMargin);
    }

    private static void AddCuesAt(TaskWords words, int index, TaskScores scores)
    {
        foreach (TaskCue cue in TaskCues.StartingWith(words[index]))
        {
            double start = cue.Place == CuePlace.Anywhere ? 1 : words.StartAt(index);
            if (start == 0 || !words.HasAt(index, cue.Words) || (cue.Task == LlmTask.Chat && words.Count > ChatWords))
            {
                continue;
            }

            int sentence = words.SentenceOf(index);
            double nearness = cue.Objects?.NearnessIn(words, index + cue.Words.Length, sentence) ?? 1;
            if (nearness > 0)
            {
                double place = sentence == 0 || sentence == words.LastSentence ? 1 : MiddleFactor;
                scores.Add(cue, cue.Weight * nearness * place * start);
            }
        }
    }

    private static void AddShape(string text, TaskWords words, TaskScores scores)
    {
        if (words.Questions > 0)
        {
            scores.AddShape(LlmTask.QuestionAnswering, 0.6, "a question mark");
        }

        if (words.Numbers >= 3)
        {
            double weight = words.Questions > 0 ? 0.4 : 0.2;
            scores.AddShape(LlmTask.Reasoning, Math.Min(2, weight * words.Numbers), "several numbers");
        }

        if (IsWordProblem(words))
        {
            scores.AddShape(LlmTask.Reasoning, 2.7, "facts with numbers before a question");
        }

        if (text.Contains(" in C#", StringComparison.Ordinal) || text.Contains(" in C++", StringComparison.Ordinal))
        {
            scores.AddShape(LlmTask.Code, 2.6, "the name of a programming language");
        }

        if (text.Contains("```", StringComparison.Ordinal) || text.AsSpan().Count(CodeMarks) > 8)
        {
            scores.AddShape(LlmTask.Code, 1.2, "program text");
        }
    }

    // What is told first is no question and no request; the one question stands at the end.
    private static bool IsWordProblem(TaskWords words) =>
        words is { Questions: 1, LastSentence: > 0, EndsInQuestion: true } && words.Numbers + words.NumberWords >= 2 && !TaskCues.IsRequestAt(words, 0);

    private static int Count(this ReadOnlySpan<char> text, SearchValues<char> values)
    {
        int count = 0;
        for (int next = text.IndexOfAny(values); next >= 0; next = text.IndexOfAny(values))
        {
            count++;
            text = text[(next + 1)..];
        }

        return count;
    }
}
