using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>Asks again after a bad answer, with what was wrong. A call that failed is never repeated here: the failover handler did so. For one workflow.</summary>
internal sealed class AnswerLoop(ModelCaller caller, Spending spending)
{
    /// <summary>Asks until the answer is good.</summary>
    /// <param name="question">The question.</param>
    /// <param name="tally">What the calls came to; filled also when they failed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadAnswerException">The last answer was bad too.</exception>
    public async ValueTask<ChatResponse> AskAsync(ModelQuestion question, CallTally tally, CancellationToken cancellationToken)
    {
        IReadOnlyList<ChatMessage> messages = question.Messages;
        decimal? share = spending.Share();
        for (int retries = question.MaxRetries; ; retries--)
        {
            tally.Calls++;
            ModelAnswer answer = await caller.AskAsync(question, messages, share, cancellationToken).ConfigureAwait(false);
            tally.Add(answer);
            share -= answer.Cost ?? 0;
            AnswerVerdict verdict = question.Judge(answer.Response, question.Messages);
            tally.Quality = verdict.Quality;
            if (verdict.Problem is not { } problem)
            {
                return answer.Response;
            }

            bool mayRepeat = retries > 0 && caller.HasAttempts && share is not <= 0;
            tally.Decisions.Add(new Decision(MultiLlmOrchestrator.Component, mayRepeat ? "ask again" : "give up", problem));
            if (!mayRepeat)
            {
                throw new BadAnswerException(question.Step, tally.Calls, verdict.Quality, problem);
            }

            question.OnRetry?.Invoke(problem);
            messages = [.. question.Messages, new(ChatRole.Assistant, answer.Response.Text), new(ChatRole.User, $"That answer cannot be used: {problem}{(verdict.Detail is null ? "" : " " + verdict.Detail)} Give the whole answer again.")];
        }
    }
}
