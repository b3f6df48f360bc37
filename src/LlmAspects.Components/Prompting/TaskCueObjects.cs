using System.Collections.Frozen;

namespace LlmAspects.Components.Prompting;

/// <summary>What a sign of a task is about: words, or pairs of words, after it in the same sentence.</summary>
internal sealed class TaskCueObjects
{
    /// <summary>How far behind the sign an object may stand, in words.</summary>
    private const int Reach = 25;

    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _secondWords;

    public TaskCueObjects(IEnumerable<string> phrases) =>
        _secondWords = phrases.Select(phrase => phrase.Split(' ')).GroupBy(words => words[0], words => words.Length > 1 ? words[1] : "", StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public TaskCueObjects(string phrases)
        : this(phrases.Split('|'))
    {
    }

    /// <summary>How near the first object is: 1 for the next word, less for later ones, 0 when there is none in reach.</summary>
    /// <param name="words">The text.</param>
    /// <param name="start">The word behind the sign.</param>
    /// <param name="sentence">The sentence of the sign.</param>
    public double NearnessIn(TaskWords words, int start, int sentence)
    {
        int end = Math.Min(words.Count, start + Reach);
        for (int i = start; i < end && words.SentenceOf(i) == sentence; i++)
        {
            if (_secondWords.TryGetValue(words[i], out string[]? seconds) && HasAny(words, i + 1, seconds))
            {
                return 1 - ((i - start) / (2.0 * Reach));
            }
        }

        return 0;
    }

    private static bool HasAny(TaskWords words, int index, string[] seconds)
    {
        foreach (string second in seconds)
        {
            if (second.Length == 0 || (index < words.Count && words[index].SequenceEqual(second)))
            {
                return true;
            }
        }

        return false;
    }
}
