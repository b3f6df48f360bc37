using System.CommandLine;
using System.CommandLine.Parsing;
using LlmAspects.Cli.Ask;
using LlmAspects.Cli.Models;

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

    private readonly Option<AskStrategy?> _strategy = AskStrategyOption.Create();

    private readonly Option<IReadOnlyList<PanelEntry>?> _ensemble = EnsembleOption.Create();

    private readonly Option<string?> _outcomes = new("--outcomes")
    {
        Description = "Questions with right answers and what the members of the panel answered, in the form of 'eval ensemble': from 50 on the confidence is calibrated. [default: none are known]",
        HelpName = "FILE",
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

    private readonly ReadLimitOptions _limits = new();

    private readonly Option<bool> _insecure = new("--insecure")
    {
        Description = "Lets a key travel over plain http to another machine. [default: refused]",
    };

    public AskCommand(Func<AskOptions, CancellationToken, Task<int>> run)
        : base("ask", "Answers a question over a folder of documents and shows citations, trace, tokens, cost and quality.")
    {
        Arguments.Add(_question);
        foreach (Option option in (Option[])[_docs, _model, _strategy, _ensemble, _outcomes, _report, _prices, .. _limits.All, _insecure])
        {
            Options.Add(option);
        }

        Validators.Add(RequireQuestion);
        Validators.Add(RequireOneNaming);
        Validators.Add(RequirePanel);
        _outcomes.RequireName("file");
        _docs.RequireName("folder");
        _report.RequireName("folder");
        _prices.RequireName("file");
        SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
    }

    private AskOptions Read(ParseResult parsed) => new()
    {
        Question = parsed.GetValue(_question)?.Trim(),
        Docs = parsed.GetValue(_docs),
        Model = parsed.GetValue(_model),
        Strategy = parsed.GetValue(_strategy),
        Ensemble = parsed.GetValue(_ensemble),
        Outcomes = parsed.GetValue(_outcomes),
        Report = parsed.GetValue(_report),
        Prices = parsed.GetValue(_prices),
        Insecure = parsed.GetValue(_insecure),
        Limits = _limits.Read(parsed),
    };

    private void RequireQuestion(CommandResult result)
    {
        string? question = result.GetValue(_question);
        if (result.RequireWords(question, "question") && question is null && result.GetResult(_docs) is not null)
        {
            result.AddError("--docs needs a question: llmaspects ask \"QUESTION\" --docs FOLDER");
        }
    }

    private void RequireOneNaming(CommandResult result)
    {
        OptionResult? strategy = result.GetResult(_strategy);
        OptionResult? ensemble = result.GetResult(_ensemble);
        if ((strategy ?? ensemble) is not { } first)
        {
            return;
        }

        // A value that cannot be read has its own error, which asking for it would throw.
        AskStrategy? chosen = strategy is { Tokens: [var name, ..] } ? AskStrategyOption.Find(name.Value) : AskStrategy.Ensemble;
        if (result.GetValue(_question) is null)
        {
            result.AddError($"{first.IdentifierToken?.Value} needs a question.");
        }
        else if (ensemble is not null && chosen is not (null or AskStrategy.Ensemble or AskStrategy.Adaptive))
        {
            result.AddError("--ensemble goes with --strategy ensemble or adaptive; the others ask one model.");
        }
        else if (result.GetResult(_model) is not null && (ensemble is not null || chosen == AskStrategy.Ensemble))
        {
            result.AddError("The models of a panel are named by --ensemble: leave out --model.");
        }
    }

    private void RequirePanel(CommandResult result)
    {
        bool isPanel = result.GetResult(_ensemble) is not null
            || (result.GetResult(_strategy) is { Tokens: [var name, ..] } && AskStrategyOption.Find(name.Value) == AskStrategy.Ensemble);
        if (result.GetResult(_outcomes) is not null && !isPanel)
        {
            result.AddError("--outcomes belongs to a panel: add --ensemble or --strategy ensemble.");
        }
    }
}
