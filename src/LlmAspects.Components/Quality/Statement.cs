using System.Buffers;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Quality;

/// <summary>What a piece of text says, in a form that can be compared: stems in order, numbers, and the stems that it negates.</summary>
internal sealed class Statement
{
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",.;:()");

    private readonly List<string> _stems = [];
    private readonly HashSet<string> _negated = new(StringComparer.Ordinal);
    private readonly HashSet<string> _affirmed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _digits = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    private Statement()
    {
    }

    /// <summary>The stems of the content words in order; numbers in digits.</summary>
    public IReadOnlyList<string> Stems => _stems;

    /// <summary>The stems that follow a negation.</summary>
    public IReadOnlySet<string> Negated => _negated;

    /// <summary>The stems that occur without one.</summary>
    public IReadOnlySet<string> Affirmed => _affirmed;

    /// <summary>The numbers, whether written as digits or as words.</summary>
    public IReadOnlySet<string> Numbers => _numbers;

    /// <summary>The numbers written as digits.</summary>
    public IReadOnlySet<string> Digits => _digits;

    public static Statement Read(ReadOnlySpan<char> text)
    {
        var statement = new Statement();
        List<Term> terms = TextAnalyzer.Analyze(text);
        int next = 0;
        int end = 0;
        bool negates = false;
        foreach (TextRange word in new WordTokenizer(text))
        {
            negates &= !text[end..word.Start].ContainsAny(ClauseMarks);
            end = word.End;
            int first = next;
            while (next < terms.Count && terms[next].Word.Start < word.End)
            {
                next++;
            }

            ReadOnlySpan<char> value = word.In(text);
            if (NegationWords.IsNegation(value))
            {
                negates = true;
            }
            else if (next > first)
            {
                statement.Add(terms, first, next, negates);
                negates &= NegationWords.IsTransparent(value);
            }
        }

        return statement;
    }

    private void Add(List<Term> terms, int first, int end, bool negated)
    {
        for (int i = first; i < end; i++)
        {
            // The parts of an identifier say the same as the whole and match more.
            if (terms[i].Kind != TermKind.Identifier || first + 1 == end)
            {
                Add(terms[i].Value, negated);
            }
        }
    }

    private void Add(string stem, bool negated)
    {
        bool isDigits = char.IsAsciiDigit(stem[0]);
        if (isDigits)
        {
            _digits.Add(stem);
        }
        else if (NumberWords.ToDigits(stem) is { } digits)
        {
            stem = digits;
            isDigits = true;
        }

        if (isDigits)
        {
            _numbers.Add(stem);
        }

        _stems.Add(stem);
        (negated ? _negated : _affirmed).Add(stem);
    }
}
