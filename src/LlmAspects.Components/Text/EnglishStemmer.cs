namespace LlmAspects.Components.Text;

/// <summary>
/// Stems an English word in place by the Porter2 algorithm (https://snowballstem.org/algorithms/english/stemmer.html).
/// Only for words of a to z in lower case.
/// </summary>
internal ref partial struct EnglishStemmer
{
    private readonly Span<char> _word;
    private int _length;
    private int _r1;
    private int _r2;

    private EnglishStemmer(Span<char> word)
    {
        _word = word;
        _length = word.Length;
    }

    /// <summary>Stems the word.</summary>
    /// <param name="word">The word; overwritten with its stem.</param>
    /// <returns>The length of the stem.</returns>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 2)
        {
            return word.Length;
        }

        if (Irregular(word) is { } stem)
        {
            stem.CopyTo(word);
            return stem.Length;
        }

        var stemmer = new EnglishStemmer(word);
        stemmer.Run();
        return stemmer._length;
    }

    private void Run()
    {
        MarkConsonantY();
        FindRegions();
        Step1a();
        if (!IsInvariantAfterStep1a(_word[.._length]))
        {
            Step1b();
            Step1c();
            Step2();
            Step3();
            Step4();
            Step5();
        }

        for (int i = 0; i < _length; i++)
        {
            if (_word[i] == 'Y')
            {
                _word[i] = 'y';
            }
        }
    }

    /// <summary>A y at the start or after a vowel is a consonant, written Y.</summary>
    private readonly void MarkConsonantY()
    {
        for (int i = 0; i < _length; i++)
        {
            if (_word[i] == 'y' && (i == 0 || IsVowel(_word[i - 1])))
            {
                _word[i] = 'Y';
            }
        }
    }

    private void FindRegions()
    {
        int prefix = _word switch
        {
            ['g', 'e', 'n', 'e', 'r', ..] => 5,
            ['c', 'o', 'm', 'm', 'u', 'n', ..] => 6,
            ['a', 'r', 's', 'e', 'n', ..] => 5,
            _ => 0,
        };
        _r1 = prefix > 0 ? prefix : RegionAfter(0);
        _r2 = RegionAfter(_r1);
    }

    /// <summary>The start of the region after the first consonant that follows a vowel.</summary>
    private readonly int RegionAfter(int start)
    {
        for (int i = start + 1; i < _length; i++)
        {
            if (!IsVowel(_word[i]) && IsVowel(_word[i - 1]))
            {
                return i + 1;
            }
        }

        return _length;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private readonly bool EndsWith(string suffix) => _word[.._length].EndsWith(suffix);

    private readonly bool InR1(string suffix) => _length - suffix.Length >= _r1;

    private readonly bool InR2(string suffix) => _length - suffix.Length >= _r2;

    private readonly bool HasVowelBefore(int end)
    {
        for (int i = 0; i < end; i++)
        {
            if (IsVowel(_word[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the first <paramref name="end"/> letters end in a short syllable.</summary>
    private readonly bool EndsInShortSyllable(int end)
    {
        if (end == 2)
        {
            return IsVowel(_word[0]) && !IsVowel(_word[1]);
        }

        return end > 2 && !IsVowel(_word[end - 1]) && _word[end - 1] is not ('w' or 'x' or 'Y')
            && IsVowel(_word[end - 2]) && !IsVowel(_word[end - 3]);
    }

    private void Replace(string suffix, string by)
    {
        _length -= suffix.Length;
        by.CopyTo(_word[_length..]);
        _length += by.Length;
    }
}
