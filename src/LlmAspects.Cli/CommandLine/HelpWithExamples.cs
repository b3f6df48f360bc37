using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The usual help, then examples and exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    // In narrower columns the library's own layout never ends, or throws.
    private const int NarrowestWidth = 40;

    private const string Examples = """
        Examples:
          llmaspects ask
              Three questions about this product, offline; retry and failover can be seen.
          llmaspects ask "What does the ErrorContext attribute do?" --docs docs
              A question over a folder, offline, with the embedded model.
          llmaspects ask "Who approves a refund?" --docs handbook --model auto --report out
              The same with a real model from the environment; writes out/report.json, .md and .html.
          llmaspects ask "Who approves a refund?" --docs handbook --model ollama/llama3.2
              A model of an Ollama server (OLLAMA_HOST, or localhost).
          llmaspects ask "Who approves a refund?" --docs handbook --ensemble gpt-4o=0.6,ollama/llama3.2=0.4
              A panel; each member's contribution, the confidence and the cost are shown.
          llmaspects index handbook
              Makes a folder searchable; again after changes, which reads in only those.
          llmaspects search "who approves a refund" --index handbook --filter extension=md --top 3
              The pieces that fit best, with file, lines, headings and a snippet.
          llmaspects coverage MyApp.sln --min 100
              Which methods of a solution must carry aspects, and which lack them; for a build server.
          llmaspects report out/report.json --html page.html
              A stored report as a page for people.
          llmaspects bench failover
              The faults of model providers, played for the failover handler and for other clients.

        Environment:
          OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL          OpenAI or a compatible server
          ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL, ANTHROPIC_MODEL Anthropic
          OLLAMA_HOST, OLLAMA_MODEL                              Ollama

        Exit codes:
          0    every question was answered, or the documents do not answer it and the tool said so; a search came to its end
          1    a model, the network, the disk or MSBuild failed, no model can do what was asked, the coverage is below --min, or a scenario of the benchmark is not passed
          2    wrong input: command line, folder, index, report folder, solution, model, key
          130  cancelled with Ctrl-C
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = Math.Max(NarrowestWidth, help.MaxWidth);
        int code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(Examples);
        return code;
    }
}
