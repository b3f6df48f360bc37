using LlmAspects.Components.Retrieval;

namespace LlmAspects.Benchmarks.Retrieval;

/// <summary>An index of whole documents in memory.</summary>
internal interface ISearchEngine : IDisposable
{
    string Name { get; }

    /// <summary>Adds a document.</summary>
    void Add(SourceDocument document);

    /// <summary>Makes what was added findable.</summary>
    void Commit();

    /// <summary>The best documents with their scores.</summary>
    IReadOnlyList<(string Document, double Score)> Search(string query, int top);

    /// <summary>Searches as <see cref="Search"/>, for the clock: without a form that only the measures need.</summary>
    int Count(string query, int top);
}
