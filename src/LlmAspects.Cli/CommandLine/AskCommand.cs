using System.CommandLine;
using System.CommandLine.Parsing;
using LlmAspects.Cli.Ask;
using LlmAspects.Cli.Documents;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>ask</c>.</summary>
internal sealed class AskCommand : Command
{
    private readonly Argument<string?> _question = new("question")
    {
        Description = "The question. Without it, three questions about this product are asked, one of them while the first model fails on purpose.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _docs = new("--docs")
    {
        Description = "The folder that is searched: text files in UTF-8. [default: this product's own documents]",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "The model: local, auto (takes OPENAI_API_KEY or OPENAI_BASE_URL, then ANTHROPIC_API_KEY, then OLLAMA_HOST), a known model such as gpt-6-luna, "
            + "or openai/NAME, anthropic/NAME, ollama/NAME. [default: local, the embedded extractive model; nothing leaves the machine]",
        HelpName = "MODEL",
    };

    private readonly Option<string?> _report = new("--report")
    {
        Description = "Writes report.json and report.md into this folder, which must be new, empty, or hold an earlier report. [default: no report]",
        HelpName = "DIR",
    };

    private readonly Option<string?> _prices = new("--prices")
    {
        Description = "A price table as JSON; docs/models.md describes it. [default: the prices that are compiled in]",
        HelpName = "FILE",
    };

    // What a string can hold ends a little above.
    private readonly Option<long?> _maxFile = SizeOption("--max-file", "The largest file that is read, for example 500kB or 10MB; at most 1GB. [default: 5MB]", 1_000_000_000);
    private readonly Option<long?> _maxTotal = SizeOption("--max-total", "All files together; at most 1000GB. [default: 200MB]", ByteSize.Largest);

    private readonly Option<bool> _insecure = new("--insecure")
    {
        Description = "Lets a key travel over plain http to another machine. [default: refused]",
    };

    public AskCommand(Func<AskOptions, CancellationToken, Task<int>> run)
        : base("ask", "Answers a question over a folder of documents and shows citations, trace, tokens, cost and quality.")
    {
        Arguments.Add(_question);
        foreach (Option option in (Option[])[_docs, _model, _report, _prices, _maxFile, _maxTotal, _insecure])
        {
            Options.Add(option);
        }

        Validators.Add(RequireQuestion);
        _docs.Validators.Add(result => RequireName(result, "folder"));
        _report.Validators.Add(result => RequireName(result, "folder"));
        _prices.Validators.Add(result => RequireName(result, "file"));
        SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
    }

    private AskOptions Read(ParseResult parsed)
    {
        var defaults = new ReadLimits();
        return new AskOptions
        {
            Question = parsed.GetValue(_question)?.Trim(),
            Docs = parsed.GetValue(_docs),
            Model = parsed.GetValue(_model),
            Report = parsed.GetValue(_report),
            Prices = parsed.GetValue(_prices),
            Insecure = parsed.GetValue(_insecure),
            Limits = defaults with
            {
                MaxFileBytes = parsed.GetValue(_maxFile) ?? defaults.MaxFileBytes,
                MaxTotalBytes = parsed.GetValue(_maxTotal) ?? defaults.MaxTotalBytes,
            },
        };
    }

    private void RequireQuestion(CommandResult result)
    {
        string? question = result.GetValue(_question);
        if (question is not null && string.IsNullOrWhiteSpace(question))
        {
            result.AddError("The question is empty.");
        }
        else if (question is ['-', ..] && !question.Contains(' ', StringComparison.Ordinal))
        {
            // The parser takes an unknown option for the argument that is still missing.
            result.AddError($"'{question}' is not an option of ask.");
        }
        else if (question is null && result.GetResult(_docs) is not null)
        {
            result.AddError("--docs needs a question: llmaspects ask \"QUESTION\" --docs FOLDER");
        }
    }

    // In a script an empty name is a variable that is not set; it must not become the current folder.
    private static void RequireName(OptionResult result, string kind)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{result.IdentifierToken?.Value} needs the name of a {kind}.");
        }
    }

    private static Option<long?> SizeOption(string name, string description, long largest) => new(name)
    {
        Description = description,
        HelpName = "SIZE",
        CustomParser = result =>
        {
            if (ByteSize.TryParse(result.Tokens[0].Value, out long bytes) && bytes <= largest)
            {
                return bytes;
            }

            result.AddError($"{name} needs a size such as 500kB, 10MB or 1MiB, at most {ByteSize.Format(largest)}.");
            return null;
        },
    };
}
