using System.CommandLine;
using LlmAspects.Cli.Indexing;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>search</c>.</summary>
internal sealed class SearchCommand : Command
{
    private const int MostHits = 1_000;

    private readonly Argument<string> _query = new("query")
    {
        Description = "What is searched for.",
    };

    private readonly Option<string?> _index = new("--index")
    {
        Description = "The file of an index, or the folder that was indexed. [default: that of the current folder, or of the nearest one above]",
        HelpName = "FILE",
    };

    private readonly Option<int> _top = new("--top")
    {
        Description = "How many pieces at most, from 1 to 1000.",
        HelpName = "N",
        DefaultValueFactory = _ => 5,
    };

    private readonly Option<RetrievalStrategy> _strategy = StrategyOption.Create("What pieces are ranked by; vectors and hybrid need 'index --vectors'.");

    private readonly Option<string[]> _filter = new("--filter")
    {
        Description = $"Which files are searched, by {string.Join(", ", SearchFilter.Keys)}: 'extension=md', 'folder=guide' (and below), 'name=README.md'. May be repeated: values of one key are alternatives. [default: all]",
        HelpName = "KEY=VALUE",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Prints the hits as JSON.",
    };

    public SearchCommand(Func<SearchOptions, CancellationToken, Task<int>> run)
        : base("search", "Finds pieces of the files of an indexed folder.")
    {
        Arguments.Add(_query);
        foreach (Option option in (Option[])[_index, _top, _strategy, _filter, _json])
        {
            Options.Add(option);
        }

        Validators.Add(result => result.RequireWords(result.GetValue(_query), "query"));
        _index.RequireName("file");
        _top.Require(static top => top is >= 1 and <= MostHits, $"--top needs a number from 1 to {MostHits}.");
        _filter.Require(
            static filters => filters is null || filters.All(static filter => SearchFilter.Parse(filter) is not null),
            $"--filter needs KEY=VALUE with one of the keys {string.Join(", ", SearchFilter.Keys)}.");
        SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
    }

    private SearchOptions Read(ParseResult parsed) => new()
    {
        Query = parsed.GetRequiredValue(_query).Trim(),
        Index = parsed.GetValue(_index),
        Top = parsed.GetValue(_top),
        Strategy = parsed.GetValue(_strategy),
        Filter = new SearchFilter([.. (parsed.GetValue(_filter) ?? []).Select(static filter => SearchFilter.Parse(filter)!.Value)]),
        Json = parsed.GetValue(_json),
    };
}
