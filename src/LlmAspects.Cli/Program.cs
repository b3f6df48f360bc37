using LlmAspects.Cli;
using LlmAspects.Cli.Ask;
using LlmAspects.Cli.Bench.Failover;
using LlmAspects.Cli.CommandLine;
using LlmAspects.Cli.Coverage;
using LlmAspects.Cli.Evaluation;
using LlmAspects.Cli.Evaluation.Caching;
using LlmAspects.Cli.Evaluation.Chunking;
using LlmAspects.Cli.Evaluation.Complexity;
using LlmAspects.Cli.Evaluation.Ensembling;
using LlmAspects.Cli.Evaluation.Retrieval;
using LlmAspects.Cli.Evaluation.Routing;
using LlmAspects.Cli.Evaluation.Suites;
using LlmAspects.Cli.Indexing;
using LlmAspects.Cli.Reports;
using LlmAspects.Cli.Terminal;

ITerminal terminal = TerminalFactory.Create();
var eval = new EvalHandlers(EvalRoutingAsync, EvalRetrievalAsync, EvalCacheAsync, EvalChunkingAsync, EvalEnsembleAsync, EvalComplexityAsync, EvalSuiteAsync);
return await CommandLineApp.RunAsync(args, terminal, AskAsync, new IndexHandlers(IndexAsync, SearchAsync), CoverageAsync, ReportAsync, eval, FailoverBenchAsync).ConfigureAwait(false);

Task<int> AskAsync(AskOptions options, CancellationToken cancellationToken) =>
    new AskRunner(terminal, Environment.GetEnvironmentVariable, CurrentFolder(), TimeProvider.System).RunAsync(options, cancellationToken);

Task<int> IndexAsync(IndexOptions options, CancellationToken cancellationToken) =>
    new IndexRunner(options.Json ? TerminalFactory.CreateOnErrorStream() : terminal, Console.Out, CurrentFolder(), TimeProvider.System).RunAsync(options, cancellationToken);

Task<int> SearchAsync(SearchOptions options, CancellationToken cancellationToken) =>
    new SearchRunner(options.Json ? TerminalFactory.CreateOnErrorStream() : terminal, Console.Out, CurrentFolder()).RunAsync(options, cancellationToken);

// Standard output belongs to what a program reads, when a program reads it.
Task<int> CoverageAsync(CoverageOptions options, CancellationToken cancellationToken) =>
    new CoverageRunner(options.IsForProgram ? TerminalFactory.CreateOnErrorStream() : terminal, Console.Out).RunAsync(options, cancellationToken);

Task<int> ReportAsync(ReportOptions options, CancellationToken cancellationToken) => Task.FromResult(new ReportRunner(terminal, CurrentFolder()).Run(options));

Task<int> EvalRoutingAsync(RoutingOptions options, CancellationToken cancellationToken) =>
    new RoutingRunner(TerminalFor(options.Output), WriterFor(options.Output), CurrentFolder()).RunAsync(options, cancellationToken);

Task<int> EvalRetrievalAsync(RetrievalOptions options, CancellationToken cancellationToken) =>
    new RetrievalRunner(TerminalFor(options.Output), WriterFor(options.Output), CurrentFolder()).RunAsync(options, cancellationToken);

Task<int> EvalCacheAsync(CacheEvalOptions options, CancellationToken cancellationToken) =>
    new CacheEvalRunner(TerminalFor(options.Output), WriterFor(options.Output), CurrentFolder()).RunAsync(options, cancellationToken);

Task<int> EvalSuiteAsync(SuiteOptions options, CancellationToken cancellationToken) => new SuiteRunner(WriterFor(options.Output), CurrentFolder()).RunAsync(options, cancellationToken);

Task<int> EvalChunkingAsync(ChunkingEvalOptions options, CancellationToken cancellationToken) =>
    new ChunkingEvalRunner(TerminalFor(options.Output), WriterFor(options.Output), CurrentFolder()).RunAsync(options, cancellationToken);

Task<int> EvalComplexityAsync(ComplexityEvalOptions options, CancellationToken cancellationToken) =>
    new ComplexityRunner(TerminalFor(options.Output), WriterFor(options.Output), CurrentFolder()).RunAsync(options, cancellationToken);

Task<int> EvalEnsembleAsync(EnsembleEvalOptions options, CancellationToken cancellationToken) =>
    new EnsembleRunner(TerminalFor(options.Output), WriterFor(options.Output), CurrentFolder()).RunAsync(options, cancellationToken);

ITerminal TerminalFor(FigureOutput figures) => figures.IsForProgram ? TerminalFactory.CreateOnErrorStream() : terminal;

FigureWriter WriterFor(FigureOutput figures) => new(TerminalFor(figures), Console.Out, CurrentFolder());

Task<int> FailoverBenchAsync(FailoverBenchOptions options, CancellationToken cancellationToken) =>
    new FailoverBenchRunner(terminal, TerminalFactory.CreateOnErrorStream(), TimeProvider.System).RunAsync(options, cancellationToken);

static string CurrentFolder()
{
    try
    {
        return Directory.GetCurrentDirectory();
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException)
    {
        throw new CliException("The current folder does not exist any more, or may not be opened.", ExitCodes.Usage, error);
    }
}
