using LlmAspects.Cli.Ask.Workflows;
using LlmAspects.Cli.Reports;
using LlmAspects.Components.Orchestration;
using LlmAspects.Tracing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Ask;

/// <summary>Asks a question as the plan says: of the pipeline, or as a workflow over it.</summary>
/// <param name="plan">Models and strategy.</param>
/// <param name="client">The pipeline.</param>
/// <param name="documents">The texts by document id.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class PlannedAsker(AskPlan plan, IChatClient client, IReadOnlyDictionary<string, string> documents, TimeProvider timeProvider)
{
    /// <summary>Asks.</summary>
    /// <param name="question">The question.</param>
    /// <param name="trace">Gives the trace when the answer is there.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public async Task<AnswerReport> AskAsync(Question question, Func<TraceNode?> trace, CancellationToken cancellationToken)
    {
        try
        {
            return plan.IsWorkflow
                ? await RunAsync(question, trace, cancellationToken).ConfigureAwait(false)
                : AnswerReports.Create(question, await new QuestionAsker(client).AnswerQuestionAsync(question.Text, cancellationToken).ConfigureAwait(false), documents, plan, trace());
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // Only here it is known which model and address the message must name.
            (string message, int exitCode) = ErrorMessages.Describe(error, plan.Only);
            throw new CliException(message, exitCode, error);
        }
    }

    private async Task<AnswerReport> RunAsync(Question question, Func<TraceNode?> trace, CancellationToken cancellationToken)
    {
        using var log = new ResponseLog(client);
        MultiLlmOrchestrator orchestrator = AskOrchestrators.Create(plan, log, timeProvider);
        WorkflowResult result = await QuestionAsker.RunWorkflowAsync(orchestrator, question.Text, cancellationToken).ConfigureAwait(false);
        return new WorkflowReports(result, log, documents).Create(plan, question, trace());
    }
}
