using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using LlmAspects.Cli.Ask;
using LlmAspects.Cli.Bench.Failover;
using LlmAspects.Cli.Coverage;
using LlmAspects.Cli.Reports;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.CommandLine;

/// <summary>Parses the arguments, runs the command, and turns every end into an exit code.</summary>
internal static class CommandLineApp
{
    // A question may begin with '@', which would otherwise name a file of arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        ITerminal terminal,
        Func<AskOptions, CancellationToken, Task<int>> ask,
        IndexHandlers index,
        Func<CoverageOptions, CancellationToken, Task<int>> coverage,
        Func<ReportOptions, CancellationToken, Task<int>> report,
        EvalHandlers eval,
        Func<FailoverBenchOptions, CancellationToken, Task<int>> failoverBench)
    {
        RootCommand root = CreateRoot(
            new AskCommand(Guarded(terminal, ask)),
            new IndexCommand(Guarded(terminal, index.Index)),
            new SearchCommand(Guarded(terminal, index.Search)),
            new CoverageCommand(Guarded(terminal, coverage)),
            new ReportCommand(Guarded(terminal, report)),
            new EvalCommand(eval.Guarded(terminal)),
            new BenchCommand(Guarded(terminal, failoverBench)));
        ParseResult parsed = root.Parse(arguments, Parsing);
        if (parsed.Action is ParseErrorAction)
        {
            string errors = string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message));
            return End(terminal, $"{errors}{Environment.NewLine}'{PathOf(parsed.CommandResult)} --help' shows what can be said.", ExitCodes.Usage);
        }

        // Ctrl-C cancels the token; work that has not ended after this time is cut off.
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(1) };
        try
        {
            return await parsed.InvokeAsync(invocation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Help and version are written without the guard of a command.
            return End(terminal, error.Message, ExitCodes.Failure);
        }
    }

    private static RootCommand CreateRoot(params ReadOnlySpan<Command> commands)
    {
        var root = new RootCommand("Asks questions over documents through the LlmAspects components, indexes folders and searches them, shows which methods of a solution lack aspects, makes reports readable, scores components on data, and measures them beside others.");
        foreach (Command command in commands)
        {
            root.Subcommands.Add(command);
        }

        root.HelpName = "llmaspects";
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "llmaspects";

    internal static Func<TOptions, CancellationToken, Task<int>> Guarded<TOptions>(ITerminal terminal, Func<TOptions, CancellationToken, Task<int>> command) =>
        (options, cancellationToken) => GuardAsync(terminal, () => command(options, cancellationToken), cancellationToken);

    private static async Task<int> GuardAsync(ITerminal terminal, Func<Task<int>> command, CancellationToken cancellationToken)
    {
        try
        {
            return await command().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return End(terminal, "Cancelled.", ExitCodes.Cancelled);
        }
        catch (Exception error)
        {
            (string message, int exitCode) = ErrorMessages.Describe(error);
            return End(terminal, message, exitCode);
        }
    }

    private static int End(ITerminal terminal, string message, int exitCode)
    {
        try
        {
            terminal.Error(message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The error stream is full or closed: the exit code has to say it alone.
        }

        return exitCode;
    }
}
