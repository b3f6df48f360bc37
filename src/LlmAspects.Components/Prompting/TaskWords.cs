using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Prompting;

/// <summary>The words of a request in lower case, its sentences, and where a sentence or clause begins behind polite openings.</summary>
internal sealed class TaskWords
{
    private const float ClauseStart = 0.7f;

    private const string OpeningPhrases =
        "please|kindly|can you|could you|would you|will you|i want you to|i need you to|i would like you to|i'd like you to|help me to|help me|help|"
        + "let's|try to|now|then|also|and|finally|your task is to|you have to|you should|just|so|ok|okay|well";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberNames =
        "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice|dozen|hundred".Split('|').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(".!?:\n\r\"\u201C\u3002\uFF01\uFF1F");

    private static readonly FrozenDictionary<string, string[][]>.AlternateLookup<ReadOnlySpan<char>> Openings =
        OpeningPhrases.Split('|').Select(opening => opening.Split(' ')).GroupBy(opening => opening[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string _text;
    private readonly List<Entry> _words = [];
    private int _sentence;

    private TaskWords(string text)
    {
        _text = text.ToLowerInvariant().Replace('\u2019', '\'');
        int end = 0;
        foreach (TextRange word in new WordTokenizer(_text))
        {
            float start = StartAfter(_text.AsSpan(end, word.Start - end));
            _words.Add(new Entry(word, _sentence, start));
            Numbers += char.IsAsciiDigit(_text[word.Start]) ? 1 : 0;
            NumberWords += NumberNames.Contains(word.In(_text)) ? 1 : 0;
            end = word.End;
        }

        int atEnd = _text.AsSpan(end).Count('?');
        Questions += atEnd;
        EndsInQuestion = atEnd > 0;
        MarkOpenings();
    }

    public int Count => _words.Count;

    /// <summary>The index of the last sentence.</summary>
    public int LastSentence => _sentence;

    /// <summary>The question marks.</summary>
    public int Questions { get; private set; }

    /// <summary>The words that begin with a digit.</summary>
    public int Numbers { get; }

    /// <summary>The words that are names of numbers from two on.</summary>
    public int NumberWords { get; }

    /// <summary>Whether a question mark follows the last word.</summary>
    public bool EndsInQuestion { get; }

    public ReadOnlySpan<char> this[int index] => _words[index].Range.In(_text);

    public static TaskWords Read(string text) => new(text);

    public int SentenceOf(int index) => _words[index].Sentence;

    /// <summary>1 where a sentence begins, before or behind its polite opening, less where a clause begins, else 0.</summary>
    public float StartAt(int index) => _words[index].Start;

    public bool HasAt(int index, string[] phrase)
    {
        if (index + phrase.Length > Count || SentenceOf(index) != SentenceOf(index + phrase.Length - 1))
        {
            return false;
        }

        for (int i = 0; i < phrase.Length; i++)
        {
            if (!this[index + i].SequenceEqual(phrase[i]))
            {
                return false;
            }
        }

        return true;
    }

    private float StartAfter(ReadOnlySpan<char> between)
    {
        Questions += between.Count('?');
        bool first = _words.Count == 0;
        if (!first && between.ContainsAny(SentenceMarks))
        {
            _sentence++;
            return 1;
        }

        return first ? 1 : between.ContainsAny(',', ';') ? ClauseStart : 0;
    }

    /// <summary>What follows an opening begins the sentence too.</summary>
    private void MarkOpenings()
    {
        Span<Entry> words = CollectionsMarshal.AsSpan(_words);
        for (int i = 0; i < words.Length; i++)
        {
            int next = words[i].Start > 0 && Openings.TryGetValue(this[i], out string[][]? openings) ? i + LengthAt(i, openings) : i;
            if (next > i && next < words.Length)
            {
                words[next].Start = Math.Max(words[next].Start, words[i].Start);
            }
        }
    }

    private int LengthAt(int index, string[][] openings)
    {
        foreach (string[] opening in openings)
        {
            if (HasAt(index, opening))
            {
                return opening.Length;
            }
        }

        return 0;
    }

    private record struct Entry(TextRange Range, int Sentence, float Start);
}
