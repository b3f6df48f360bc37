using LlmAspects.Components.Quality.Judging;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Quality;

/// <summary>Puts the quality monitor behind <see cref="IChatClient"/>, for those who use it without a pipeline.</summary>
public static class LlmQualityChatClientExtensions
{
    /// <summary>
    /// Measures every answer of the client that is built so far. The report is in <see cref="ChatResponse.AdditionalProperties"/> under <see cref="ResponseProperties.Quality"/>;
    /// a stream ends with one update more that carries it. A stream that breaks or is left is not measured. <see cref="LlmChatOptions"/> gives task and tenant;
    /// retrieved pieces are found in the messages. <c>GetService</c> returns the monitor.
    /// </summary>
    /// <param name="builder">What is built so far.</param>
    /// <param name="monitor">Measures; it may be shared.</param>
    /// <param name="judge">Judges the accuracy of each answer, before it is returned; <see langword="null"/> for nobody.</param>
    /// <param name="feedback">Told of each measured answer, on the caller's thread; what it throws reaches the caller. <see langword="null"/> for nobody.</param>
    /// <returns>The same builder.</returns>
    public static ChatClientBuilder UseLlmQuality(
        this ChatClientBuilder builder, LlmQualityMonitor monitor, IQualityJudge? judge = null, Action<QualityFeedbackContext>? feedback = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(monitor);
        return builder.Use(inner => new LlmQualityChatClient(inner, monitor, judge, feedback));
    }

    /// <summary>Teaches a router by the overall score of each measured answer; for the <c>feedback</c> of <see cref="UseLlmQuality"/>.</summary>
    /// <param name="router">The router.</param>
    /// <param name="answer">The answer. One without a score, or of a model that is not in the catalogue, teaches nothing.</param>
    public static void LearnFrom(this LlmRouter router, QualityFeedbackContext answer)
    {
        ArgumentNullException.ThrowIfNull(router);
        ArgumentNullException.ThrowIfNull(answer);
        if (answer is not { ModelId: { } model, Report.Overall.Value: { } score })
        {
            return;
        }

        try
        {
            router.ReportOutcome(model, answer.Task, new ModelOutcome(Succeeded: true) { Quality = Math.Clamp(score, 0, 1) }, answer.Tenant);
        }
        catch (UnknownModelException)
        {
            // The catalogue was replaced while the model answered, or the provider reports another name.
        }
    }
}
