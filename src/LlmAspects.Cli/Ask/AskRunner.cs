using LlmAspects.Cli.Documents;
using LlmAspects.Cli.Models;
using LlmAspects.Cli.Reports;
using LlmAspects.Cli.Terminal;
using LlmAspects.Components.Chunking;
using LlmAspects.Components.Models;
using LlmAspects.Components.Pricing;
using LlmAspects.Components.Retrieval;
using LlmAspects.Errors;
using LlmAspects.Reports;
using LlmAspects.Tracing;

namespace LlmAspects.Cli.Ask;

/// <summary>The <c>ask</c> command from its options to its exit code.</summary>
/// <param name="terminal">Where it writes.</param>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="currentFolder">Where relative paths begin.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class AskRunner(ITerminal terminal, Func<string, string?> variable, string currentFolder, TimeProvider timeProvider)
{
    public async Task<int> RunAsync(AskOptions options, CancellationToken cancellationToken)
    {
        // Everything that can be wrong with the input is found before the work begins.
        AskPlan plan = AskPlan.Of(options, new ModelSelector(variable), currentFolder);
        PriceTable? prices = options.Prices is null ? null : PriceFile.Load(options.Prices, currentFolder);
        ReportFolder? report = options.Report is null ? null : ReportFolder.Open(Path.GetFullPath(options.Report, currentFolder));
        (FolderContents contents, string source) = new DocumentLoader(terminal, currentFolder).Load(options.Docs, options.Limits, report?.Path, cancellationToken);
        Announce(plan);

        var retriever = new ContextRetriever(new SemanticChunker());
        await IndexAsync(retriever, contents, cancellationToken).ConfigureAwait(false);
        using AskPipeline pipeline = CreatePipeline(options.Question, plan, retriever, prices);
        IReadOnlyList<AnswerReport> answers = await AskAllAsync(options.Question, plan, pipeline, contents, cancellationToken).ConfigureAwait(false);
        ErrorSummary.Show(terminal, ErrorAggregator.Shared);
        if (report is not null)
        {
            PerformanceReport performance = PerformanceReport.Create(sources: [pipeline.Client]);
            Write(report, Describe(contents, source, options.Limits, plan, answers, performance));
        }

        return ExitCodes.Success;
    }

    private AskPipeline CreatePipeline(string? question, AskPlan plan, ContextRetriever retriever, PriceTable? prices) => question is null
        ? AskPipeline.CreateWithFault(plan.Models[0], retriever, prices, timeProvider)
        : AskPipeline.Create(plan, retriever, prices, timeProvider);

    private async Task<IReadOnlyList<AnswerReport>> AskAllAsync(
        string? question, AskPlan plan, AskPipeline pipeline, FolderContents contents, CancellationToken cancellationToken)
    {
        if (question is null)
        {
            terminal.Detail($"Two models stand ready, so that a failover can be seen: first {pipeline.FirstModelId}, then {ExtractiveModel.Id}.");
        }

        var answers = new List<AnswerReport>();
        foreach (Question next in question is null ? Question.Defaults : [new Question(question)])
        {
            answers.Add(await AskAsync(pipeline, next, contents, plan, cancellationToken).ConfigureAwait(false));
        }

        return answers;
    }

    private void Announce(AskPlan plan)
    {
        foreach (ModelSpec model in plan.Models)
        {
            Announce(model);
        }
    }

    private void Announce(ModelSpec model)
    {
        terminal.Text(model.DisplayEndpoint is { } endpoint
            ? $"Model: {model.Id} at {endpoint} (questions and the retrieved pieces of the documents are sent there)"
            : $"Model: {model.Id}, embedded: it selects and cites sentences, and nothing leaves this machine");
        if (model.Hint is { } hint)
        {
            terminal.Notice(hint);
        }
    }

    // The retriever looks at the token between documents only, and a large one takes seconds: the waiting ends at once.
    private Task IndexAsync(ContextRetriever retriever, FolderContents contents, CancellationToken cancellationToken) =>
        terminal.RunWithProgressAsync(
            "Indexing documents",
            contents.Documents.Count,
            progress => retriever.AddDocumentsAsync(contents.Documents, new IndexingView(progress), cancellationToken).WaitAsync(cancellationToken));

    private async Task<AnswerReport> AskAsync(AskPipeline pipeline, Question question, FolderContents contents, AskPlan plan, CancellationToken cancellationToken)
    {
        terminal.Heading(question.Text);
        if (question.InjectFault)
        {
            terminal.Notice("A fault is injected on purpose: during this question the first model answers every call with status 503.");
        }

        using var traces = new TraceRecorder();
        pipeline.SetFault(question.InjectFault);
        var texts = contents.Documents.ToDictionary(document => document.Id, document => document.Text, StringComparer.Ordinal);
        var asker = new PlannedAsker(plan, pipeline.Client, texts, timeProvider);
        AnswerReport answer = await asker.AskAsync(question, () => traces.GetTraces().FirstOrDefault(trace => trace.Component == "ask"), cancellationToken).ConfigureAwait(false);
        AnswerView.Show(terminal, answer);
        return answer;
    }

    private AskReport Describe(FolderContents contents, string source, ReadLimits limits, AskPlan plan, IReadOnlyList<AnswerReport> answers, PerformanceReport performance) => new()
    {
        GeneratedAt = timeProvider.GetUtcNow(),
        Documents = new DocumentsReport(
            source,
            contents.Documents.Count,
            contents.Bytes,
            SkippedReport.Of(contents.Skipped, limits)),
        Model = Describe(plan.Models[0]),
        Panel = plan.Members.Count == 0 ? null : [.. plan.Models.Select(Describe)],
        Questions = answers,
        Performance = performance,
    };

    private static ModelReport Describe(ModelSpec model) => new(model.Id, KnownModels.NameOf(model.Provider), model.DisplayEndpoint);

    private void Write(ReportFolder folder, AskReport report)
    {
        folder.Write(AskReportJson.Write(report), AskReportMarkdown.Write(report), report.ToPage().ToHtml());
        terminal.Text($"Report: {Path.Combine(folder.Path, ReportFolder.JsonName)}, {ReportFolder.MarkdownName} and {ReportFolder.HtmlName}");
    }

    private sealed class IndexingView(IProgress<int> progress) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value) => progress.Report(value.Documents);
    }
}
