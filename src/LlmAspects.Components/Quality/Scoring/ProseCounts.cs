using LlmAspects.Components.Text;

namespace LlmAspects.Components.Quality;

/// <summary>Counts words and sentences of prose.</summary>
internal sealed class ProseCounts
{
    private const int LongestWord = 28;
    private const int LongestCluster = 5;

    private readonly List<int> _hashes = [];
    private long _squaredLengths;

    public int Words { get; private set; }

    /// <summary>The words that look like words: with a vowel, without a cluster of six consonants, not endless; numbers and other scripts too.</summary>
    public int Wordlike { get; private set; }

    /// <summary>English function words.</summary>
    public int Function { get; private set; }

    /// <summary>The length of the sentence that a word stands in, in words, averaged over the words: long sentences count by their length.</summary>
    public double MeanLengthByWord => Words == 0 ? 0 : (double)_squaredLengths / Words;

    public void AddSentence(ReadOnlySpan<char> sentence)
    {
        long words = 0;
        Span<char> lower = stackalloc char[LongestWord];
        foreach (TextRange range in new WordTokenizer(sentence))
        {
            ReadOnlySpan<char> word = range.In(sentence);
            words++;
            _hashes.Add(string.GetHashCode(word, StringComparison.OrdinalIgnoreCase));
            Wordlike += IsWordlike(word) ? 1 : 0;
            Function += word.Length <= lower.Length && StopWords.Contains(lower[..word.ToLowerInvariant(lower)]) ? 1 : 0;
        }

        Words += (int)words;
        _squaredLengths += words * words;
    }

    /// <summary>The share of runs of some words that did not occur before.</summary>
    public double FreshShare(int length)
    {
        int runs = _hashes.Count - length + 1;
        if (runs <= 0)
        {
            return 1;
        }

        var seen = new HashSet<int>();
        for (int start = 0; start < runs; start++)
        {
            var hash = new HashCode();
            for (int i = start; i < start + length; i++)
            {
                hash.Add(_hashes[i]);
            }

            seen.Add(hash.ToHashCode());
        }

        return (double)seen.Count / runs;
    }

    private static bool IsWordlike(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord && char.IsAscii(word[0]))
        {
            return false;
        }

        int cluster = 0;
        bool vowel = false;
        foreach (char c in word)
        {
            if (!char.IsAsciiLetter(c))
            {
                return true;
            }

            bool isVowel = c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'A' or 'E' or 'I' or 'O' or 'U' or 'Y';
            vowel |= isVowel;
            cluster = isVowel ? 0 : cluster + 1;
            if (cluster > LongestCluster)
            {
                return false;
            }
        }

        return vowel || IsAbbreviation(word);
    }

    // HTTP, SQL, "Dr", "vs".
    private static bool IsAbbreviation(ReadOnlySpan<char> word) => word.Length <= 3 || !word.ContainsAnyInRange('a', 'z');
}
