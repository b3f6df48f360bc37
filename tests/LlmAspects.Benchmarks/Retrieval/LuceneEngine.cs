using LlmAspects.Components.Retrieval;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace LlmAspects.Benchmarks.Retrieval;

/// <summary>Lucene.Net in memory: its English analyzer, its BM25 with its defaults, one segment, merged on the thread that writes.</summary>
internal sealed class LuceneEngine : ISearchEngine
{
    private readonly EnglishAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private readonly RAMDirectory _directory = new();
    private readonly IndexWriter _writer;
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    public LuceneEngine()
    {
        BooleanQuery.MaxClauseCount = int.MaxValue;
        _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer)
        {
            Similarity = new BM25Similarity(),
            MergeScheduler = new SerialMergeScheduler(),
        });
    }

    public string Name => "Lucene.Net 4.8";

    public void Add(SourceDocument document) => _writer.AddDocument(new Document
    {
        new StringField("id", document.Id, Field.Store.YES),
        new TextField("text", document.Text, Field.Store.NO),
    });

    public void Commit()
    {
        _writer.Commit();
        _reader?.Dispose();
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    /// <summary>Merges into one segment, so that searches are measured at their best.</summary>
    public void Optimize()
    {
        _writer.ForceMerge(1);
        Commit();
    }

    public IReadOnlyList<(string Document, double Score)> Search(string query, int top) =>
        [.. _searcher!.Search(Parse(query), top).ScoreDocs.Select(found => (_searcher.Doc(found.Doc).Get("id"), (double)found.Score))];

    // The text of a found document is part of a search: ours carries it, so Lucene reads at least the id.
    public int Count(string query, int top)
    {
        int length = 0;
        foreach (ScoreDoc found in _searcher!.Search(Parse(query), top).ScoreDocs)
        {
            length += _searcher.Doc(found.Doc).Get("id").Length;
        }

        return length;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _writer.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }

    /// <summary>The words of the text, any of them; no syntax.</summary>
    private BooleanQuery Parse(string text)
    {
        var query = new BooleanQuery();
        using var tokens = _analyzer.GetTokenStream("text", text);
        ICharTermAttribute term = tokens.AddAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            query.Add(new TermQuery(new Term("text", term.ToString())), Occur.SHOULD);
        }

        tokens.End();
        return query;
    }
}
