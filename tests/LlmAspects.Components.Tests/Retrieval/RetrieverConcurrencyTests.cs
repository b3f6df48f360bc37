using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Retrieval;

public class RetrieverConcurrencyTests
{
    private readonly ContextRetriever _retriever = new(new SemanticChunker());

    [Fact]
    public async Task DocumentUnderReplacement_IsAlwaysFoundWhole()
    {
        Replace(0);
        Task writer = Task.Run(() =>
        {
            for (int version = 1; version <= 5_000; version++)
            {
                Replace(version);
            }
        });

        while (!writer.IsCompleted)
        {
            IReadOnlyList<RetrievedChunk> found = await _retriever.RetrieveAsync(new RetrievalQuery("apple") { Top = 100 });
            found.Count.ShouldBe(5);
            found.Select(chunk => chunk.Title).Distinct().ShouldHaveSingleItem();
        }

        await writer;
        (await _retriever.RetrieveAsync(new RetrievalQuery("apple"))).ShouldAllBe(chunk => chunk.Title == "5000");
    }

    [Fact]
    public async Task ReadersBesideAWriter_SeeWholeDocumentsOnly()
    {
        string text = string.Join('\n', Enumerable.Range(0, 10).Select(i => $"# H{i}\napple"));
        Task writer = Task.Run(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                _retriever.AddDocument(new SourceDocument($"d{i}", text));
            }
        });

        int seen = 0;
        while (!writer.IsCompleted)
        {
            IReadOnlyList<RetrievedChunk> found = await _retriever.RetrieveAsync(new RetrievalQuery("apple") { Top = int.MaxValue });
            (found.Count % 10).ShouldBe(0);
            found.Count.ShouldBeGreaterThanOrEqualTo(seen);
            seen = found.Count;
        }

        await writer;
        (await _retriever.RetrieveAsync(new RetrievalQuery("apple") { Top = int.MaxValue })).Count.ShouldBe(5_000);
    }

    private void Replace(int version) =>
        _retriever.AddDocument(new SourceDocument("a.md", "# A\napple\n# B\napple\n# C\napple\n# D\napple\n# E\napple") { Title = $"{version}" });
}
