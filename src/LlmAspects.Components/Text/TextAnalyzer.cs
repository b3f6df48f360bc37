using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Text;

/// <summary>
/// Turns a text into terms that can be compared: lower case, English stop words left out, English words stemmed, identifiers whole and in
/// parts (<c>ErrorContext</c> and <c>error_context</c> both give <c>errorcontext</c>, <c>error</c>, <c>context</c>), scripts without spaces as
/// pairs of characters. Words of other languages stay as they are.
/// </summary>
internal static class TextAnalyzer
{
    /// <summary>Longer words are cut here: nobody searches for more, and an encoded blob must not fill the index.</summary>
    public const int MaxTermLength = 128;

    public static void Analyze<TSink>(ReadOnlySpan<char> text, ref TSink sink, RetrievalLanguage language = RetrievalLanguage.English)
        where TSink : struct, ITermSink
    {
        Span<char> buffer = stackalloc char[MaxTermLength];
        foreach (TextRange word in new WordTokenizer(text))
        {
            Analyze(word.In(text), word, buffer, ref sink, language);
        }
    }

    /// <summary>Turns one word into terms.</summary>
    /// <param name="value">The word.</param>
    /// <param name="word">Where it stands in the text.</param>
    /// <param name="buffer">Room for <see cref="MaxTermLength"/> characters.</param>
    /// <param name="sink">Takes the terms.</param>
    /// <param name="language">The language of the text.</param>
    public static void Analyze<TSink>(ReadOnlySpan<char> value, TextRange word, Span<char> buffer, ref TSink sink, RetrievalLanguage language)
        where TSink : struct, ITermSink
    {
        if (WordTokenizer.IsUnspaced(value[0]))
        {
            AddPairs(value, word, ref sink);
        }
        else
        {
            AddWord(value.Length > MaxTermLength ? value[..MaxTermLength] : value, word, buffer, language, ref sink);
        }
    }

    /// <summary>The terms of a text as a list.</summary>
    public static List<Term> Analyze(ReadOnlySpan<char> text)
    {
        var list = new TermList([]);
        Analyze(text, ref list);
        return list.Terms;
    }

    private static void AddPairs<TSink>(ReadOnlySpan<char> run, TextRange word, ref TSink sink)
        where TSink : struct, ITermSink
    {
        if (run.Length == 1)
        {
            sink.Add(run, word, TermKind.Word);
            return;
        }

        for (int i = 0; i + 1 < run.Length; i++)
        {
            sink.Add(run.Slice(i, 2), new TextRange(word.Start + i, word.Start + i + 2), TermKind.Word);
        }
    }

    private static void AddWord<TSink>(ReadOnlySpan<char> value, TextRange word, Span<char> buffer, RetrievalLanguage language, ref TSink sink)
        where TSink : struct, ITermSink
    {
        bool isIdentifier = IdentifierParts.NextEnd(value, 0) < value.Length;
        ReadOnlySpan<char> term = Normalize(value, buffer, language);
        if (!term.IsEmpty)
        {
            sink.Add(term, word, isIdentifier ? TermKind.Identifier : TermKind.Word);
        }

        if (isIdentifier)
        {
            AddParts(value, word, buffer, language, ref sink);
        }
    }

    private static void AddParts<TSink>(ReadOnlySpan<char> value, TextRange word, Span<char> buffer, RetrievalLanguage language, ref TSink sink)
        where TSink : struct, ITermSink
    {
        for (int start = 0; start < value.Length;)
        {
            int end = IdentifierParts.NextEnd(value, start);
            ReadOnlySpan<char> term = Normalize(value[start..end], buffer, language);
            if (term.Length > 1)
            {
                sink.Add(term, word, TermKind.Part);
            }

            start = end;
        }
    }

    /// <summary>Folds, drops what joins, leaves stop words out, stems. Empty: no term.</summary>
    private static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> value, Span<char> buffer, RetrievalLanguage language)
    {
        if (language == RetrievalLanguage.English && value is [_, .., '\'' or '\u2019', 's' or 'S'])
        {
            value = value[..^2];
        }

        int length = 0;
        bool plain = true;
        foreach (char c in value)
        {
            if (c is '\'' or '\u2019' or '_' or ',')
            {
                continue;
            }

            char folded = char.ToLowerInvariant(c);
            plain &= char.IsAsciiLetterLower(folded);
            buffer[length++] = folded;
        }

        if (!plain || language == RetrievalLanguage.Neutral)
        {
            return buffer[..length];
        }

        return StopWords.Contains(buffer[..length]) ? [] : buffer[..EnglishStemmer.Stem(buffer[..length])];
    }

    private readonly struct TermList(List<Term> terms) : ITermSink
    {
        public List<Term> Terms { get; } = terms;

        public void Add(ReadOnlySpan<char> term, TextRange word, TermKind kind) => Terms.Add(new Term(term.ToString(), word, kind));
    }
}
