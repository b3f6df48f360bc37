using System.Buffers;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Finds polite phrases before and behind a request. Only where everything before them is the writer's own sentence: never in material, quotations or code.</summary>
internal static class PolitePhrases
{
    private const int FewestWords = 2;

    private static readonly string[] Greetings = ["hi there", "hello there", "good morning", "good afternoon", "good evening", "hello", "hey", "hi"];

    private static readonly string[] Openers =
    [
        "i was wondering if you could please", "i was wondering if you could", "i was hoping that you could", "i was hoping you could", "i would be grateful if you could",
        "i would really appreciate it if you could", "i would appreciate it if you could", "if it is not too much trouble,", "if you don't mind,", "would you be so kind as to",
        "could you please", "can you please", "would you please", "could you kindly", "i would like you to", "i'd like you to", "i want you to", "i need you to", "please kindly",
    ];

    private static readonly string[] Closers =
    [
        "thanks in advance", "thank you in advance", "thank you very much", "thank you so much", "thanks a lot", "many thanks", "thank you", "thanks",
        "any help would be appreciated", "any help is appreciated", "i would appreciate any help",
    ];

    // Behind any of these may stand what the request is about.
    private static readonly SearchValues<char> MaterialMarks = SearchValues.Create(":\n\r\"\u201C\u201D\u00AB\u2018|>`{");

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?");

    /// <summary>The parts to leave out, in order.</summary>
    public static IReadOnlyList<TextRange> Find(ReadOnlySpan<char> query)
    {
        int begin = query.Length - query.TrimStart().Length;
        int mark = query.IndexOfAny(MaterialMarks);
        if (begin == query.Length || (mark >= 0 && mark <= begin))
        {
            return [];
        }

        int end = mark < 0 ? EndWithoutClosers(query) : query.Length;
        int request = BeginOfRequest(query[..(mark < 0 ? end : mark)], begin);
        if (CountWords(query[request..end]) < FewestWords)
        {
            request = begin;
        }

        TextRange opening = new(begin, request);
        TextRange closing = new(end, mark < 0 ? query.TrimEnd().Length : end);
        return (opening.IsEmpty, closing.IsEmpty || CountWords(query[request..end]) < FewestWords) switch
        {
            (true, true) => [],
            (false, true) => [opening],
            (true, false) => [closing],
            _ => [opening, closing],
        };
    }

    private static int BeginOfRequest(ReadOnlySpan<char> region, int begin)
    {
        int position = begin;
        for (int next = Skip(region, position); next > position; next = Skip(region, position))
        {
            position = next;
        }

        return position;
    }

    // Behind one greeting or opener and the white space after it; the same place when there is none.
    private static int Skip(ReadOnlySpan<char> region, int position)
    {
        ReadOnlySpan<char> rest = region[position..];
        foreach (string greeting in Greetings)
        {
            if (rest.StartsWith(greeting, StringComparison.OrdinalIgnoreCase) && rest.Length > greeting.Length && rest[greeting.Length] is ',' or '!' or '.')
            {
                return SkipSpace(region, position + greeting.Length + 1);
            }
        }

        foreach (string opener in Openers)
        {
            if (rest.StartsWith(opener, StringComparison.OrdinalIgnoreCase) && rest.Length > opener.Length && char.IsWhiteSpace(rest[opener.Length]))
            {
                return SkipSpace(region, position + opener.Length);
            }
        }

        return position;
    }

    private static int SkipSpace(ReadOnlySpan<char> region, int position)
    {
        while (position < region.Length && char.IsWhiteSpace(region[position]))
        {
            position++;
        }

        return position;
    }

    private static int EndWithoutClosers(ReadOnlySpan<char> query)
    {
        int end = query.TrimEnd().Length;
        for (int next = Cut(query[..end]); next < end; next = Cut(query[..end]))
        {
            end = next;
        }

        return end;
    }

    private static int Cut(ReadOnlySpan<char> query)
    {
        ReadOnlySpan<char> rest = query.TrimEnd(".!");
        foreach (string closer in Closers)
        {
            if (rest.EndsWith(closer, StringComparison.OrdinalIgnoreCase))
            {
                ReadOnlySpan<char> before = rest[..^closer.Length];
                ReadOnlySpan<char> sentence = before.TrimEnd();
                return sentence.Length < before.Length && sentence.Length > 0 && SentenceEnds.Contains(sentence[^1]) ? sentence.Length : query.Length;
            }
        }

        return query.Length;
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (TextRange _ in new WordTokenizer(text))
        {
            count++;
        }

        return count;
    }
}
