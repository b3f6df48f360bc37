namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Properties and an indexer whose accessors are wrapped.</summary>
[LlmComponent("shelf")]
internal sealed partial class Shelf
{
    private readonly Dictionary<string, int> _books = [];

    /// <summary>The label; empty is refused.</summary>
    [ErrorContext, TracePerformance]
    public partial string Label { get; set; }

    /// <summary>The number of books, named by hand.</summary>
    [TracePerformance(Operation = "size")]
    public partial int Count { get; }

    /// <summary>How many books of a title there are.</summary>
    [ErrorContext, TracePerformance]
    public partial int this[string title] { get; set; }

    private string _label = "new";

    private string GetLabelCore() => _label;

    private void SetLabelCore(string value) => _label = value.Length > 0 ? value : throw new FormatException("A label is not empty.");

    private int GetCountCore() => _books.Count;

    private int GetItemCore(string title) => _books[title];

    private void SetItemCore(string title, int value) => _books[title] = value;
}
