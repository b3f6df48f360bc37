using System.CommandLine;
using LlmAspects.Cli.Indexing;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>index</c>.</summary>
internal sealed class IndexCommand : Command
{
    private readonly Argument<string> _folder = new("folder")
    {
        Description = "The folder: text in UTF-8, Markdown, HTML, source code.",
    };

    private readonly Option<string?> _index = new("--index")
    {
        Description = "The file of the index. [default: .llmaspects/index.db in the folder]",
        HelpName = "FILE",
    };

    private readonly Option<bool> _vectors = new("--vectors")
    {
        Description = "Also stores a vector for each piece, by feature hashing, for 'search --strategy vectors' and 'hybrid'; the index keeps them from then on. [default: words only, which finds more]",
    };

    private readonly ReadLimitOptions _limits = new();

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Prints the summary as JSON.",
    };

    public IndexCommand(Func<IndexOptions, CancellationToken, Task<int>> run)
        : base("index", "Makes a folder searchable: a file that survives a crash; the next run reads in only what changed.")
    {
        Arguments.Add(_folder);
        foreach (Option option in (Option[])[_index, _vectors, .. _limits.All, _json])
        {
            Options.Add(option);
        }

        Validators.Add(result => result.RequireWords(result.GetValue(_folder), "name of the folder"));
        _index.RequireName("file");
        SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
    }

    private IndexOptions Read(ParseResult parsed) => new()
    {
        Folder = parsed.GetRequiredValue(_folder),
        Index = parsed.GetValue(_index),
        Vectors = parsed.GetValue(_vectors),
        Limits = _limits.Read(parsed),
        Json = parsed.GetValue(_json),
    };
}
