namespace LlmAspects.Cli.Tests.Ask;

public sealed class AskInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Help_NamesEveryOptionDefaultExampleAndExitCode()
    {
        CliResult result = (await CliProcess.RunAsync(_folder.Root, ["ask", "--help"])).ShouldExitWith(0);

        foreach (string part in (string[])["llmaspects ask", "<question>", "--docs", "--model", "--strategy", "single|ensemble|sequential|parallel|hierarchical|pipeline|adaptive", "--ensemble", "MODEL=WEIGHT,...", "--outcomes", "--report", "--prices", "--max-file", "5MB", "--max-total", "200MB", "--insecure", "Examples:", "OPENAI_API_KEY", "Exit codes:", "130"])
        {
            result.Output.ShouldContain(part);
        }
    }

    [Theory]
    [InlineData("The folder 'missing' does not exist", "ask", "q", "--docs", "missing")]
    [InlineData("is a file", "ask", "q", "--docs", "file.md")]
    [InlineData("is empty", "ask", "q", "--docs", "empty")]
    [InlineData("every entry was left out", "ask", "q", "--docs", "hidden")]
    [InlineData("'gpt-9000' is not known", "ask", "q", "--model", "gpt-9000")]
    [InlineData("OPENAI_API_KEY", "ask", "q", "--model", "auto")]
    [InlineData("'--nope' is not an option", "ask", "--nope")]
    [InlineData("OPENAI_API_KEY is not set", "ask", "q", "--model", "gpt-4o")]
    [InlineData("--docs needs a question", "ask", "--docs", "empty")]
    [InlineData("The question is empty", "ask", " ")]
    [InlineData("--max-file needs a size", "ask", "q", "--max-file", "5Q")]
    [InlineData("--max-file needs a size", "ask", "q", "--max-file", "2GB")]
    [InlineData("--docs needs the name of a folder", "ask", "q", "--docs", "")]
    [InlineData("--report needs the name of a folder", "ask", "q", "--report", "")]
    [InlineData("--prices needs the name of a file", "ask", "q", "--prices", "")]
    [InlineData("'missing.json' cannot be read", "ask", "q", "--prices", "missing.json")]
    [InlineData("'file.md': The price table is not valid in line 1", "ask", "q", "--prices", "file.md")]
    [InlineData("--outcomes belongs to a panel", "ask", "q", "--outcomes", "file.md")]
    [InlineData("--outcomes belongs to a panel", "ask", "q", "--outcomes", "file.md", "--strategy", "adaptive")]
    [InlineData("file.md(1)", "ask", "q", "--outcomes", "file.md", "--strategy", "ensemble")]
    [InlineData("The folder 'missing' does not exist", "ask", "@team who approves?", "--docs", "missing")]
    [InlineData("--nonsense", "ask", "q", "--nonsense")]
    [InlineData("--strategy is one of single, ensemble", "ask", "q", "--strategy", "vote")]
    [InlineData("--strategy needs a question", "ask", "--strategy", "pipeline")]
    [InlineData("--ensemble needs a question", "ask", "--ensemble", "local,llmaspects-extractive-coverage")]
    [InlineData("at least two models", "ask", "q", "--ensemble", "local")]
    [InlineData("the weight '0' of 'local' is not a number above 0", "ask", "q", "--ensemble", "local=0,ollama/a")]
    [InlineData("the weight 'much' of 'ollama/a' is not a number above 0", "ask", "q", "--ensemble", "local=1,ollama/a=much")]
    [InlineData("the weight '' of 'local' is not a number above 0", "ask", "q", "--ensemble", "local=,ollama/a")]
    [InlineData("a member without a name", "ask", "q", "--ensemble", "local,,ollama/a")]
    [InlineData("names the model 'local' twice", "ask", "q", "--ensemble", "local,local=2")]
    [InlineData("names the model 'llmaspects-extractive' twice", "ask", "q", "--ensemble", "local,llmaspects-extractive")]
    [InlineData("'gpt-9000' is not known", "ask", "q", "--ensemble", "local,gpt-9000")]
    [InlineData("--ensemble goes with --strategy ensemble or adaptive", "ask", "q", "--strategy", "parallel", "--ensemble", "local,ollama/a")]
    [InlineData("leave out --model", "ask", "q", "--model", "local", "--ensemble", "local,ollama/a")]
    [InlineData("leave out --model", "ask", "q", "--model", "local", "--strategy", "ensemble")]
    [InlineData("is not empty", "ask", "q", "--report", "hidden")]
    [InlineData("llmaspects --help")]
    public async Task WrongInput_IsExplainedOnTheErrorStream(string message, params string[] arguments)
    {
        _folder.Write("file.md", "text");
        _folder.Write("hidden/.secret.md", "text");
        Directory.CreateDirectory(_folder["empty"]);

        CliResult result = (await CliProcess.RunAsync(_folder.Root, arguments)).ShouldExitWith(ExitCodes.Usage);

        result.Error.ShouldContain(message);
        result.Error.ShouldStartWith("error: ");
    }

    [Fact]
    public async Task KeyOverPlainHttpToAnotherMachine_IsRefusedBeforeAnythingIsRead()
    {
        CliResult result = await CliProcess.RunAsync(
            _folder.Root, ["ask", "q", "--model", "openai/m"], ("OPENAI_API_KEY", "secret-key"), ("OPENAI_BASE_URL", "http://192.0.2.1/v1"));

        result.ShouldExitWith(ExitCodes.Usage).Error.ShouldContain("--insecure");
        (result.Output + result.Error).ShouldNotContain("secret-key");
    }

    [FactOnUnix]
    public async Task FileThatCannotBeRead_IsNamedWhenNothingElseIsThere()
    {
        _folder.Shell("printf text > $'\\xff.md'");

        CliResult result = await CliProcess.RunAsync(_folder.Root, ["ask", "q", "--docs", "."]);

        _folder.Shell("rm ./*.md");
        result.ShouldExitWith(ExitCodes.Usage).Error.ShouldContain("may not be opened");
    }

    [FactOnUnix]
    public async Task CurrentFolderThatIsGone_IsExplained()
    {
        Directory.CreateDirectory(_folder["gone"]);

        CliResult result = await CliProcess.RunInShellAsync(_folder["gone"], "rmdir ../gone && {0} ask");

        result.ShouldExitWith(ExitCodes.Usage).Error.ShouldContain("The current folder does not exist");
    }

    [FactOnUnix]
    public async Task OutputThatCannotBeWritten_IsAFailureWithoutAStackTrace()
    {
        _folder.Write("a.md", "The manager approves a refund.");

        foreach (string arguments in (string[])["ask 'Who approves a refund?' --docs .", "ask --help", "--version"])
        {
            CliResult result = await CliProcess.RunInShellAsync(_folder.Root, $"{{0}} {arguments} >&-");

            result.ShouldExitWith(ExitCodes.Failure).Error.ShouldStartWith("error: ");
            result.Error.ShouldNotContain("model could not be reached");
        }

        (await CliProcess.RunInShellAsync(_folder.Root, "{0} ask --nope 2>&-")).ShouldExitWith(ExitCodes.Usage);
    }
}
