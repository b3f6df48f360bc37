using LlmAspects.Cli.Ask;
using LlmAspects.Cli.CommandLine;
using LlmAspects.Cli.Terminal;

ITerminal terminal = TerminalFactory.Create();
var runner = new AskRunner(terminal, Environment.GetEnvironmentVariable, Directory.GetCurrentDirectory(), TimeProvider.System);
return await CommandLineApp.RunAsync(args, terminal, runner.RunAsync).ConfigureAwait(false);
