using LlmAspects.Cli.Models;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Orchestration;

namespace LlmAspects.Cli.Ask;

/// <summary>What a user reads instead of a stack trace: what went wrong, and what to do.</summary>
internal static class ErrorMessages
{
    /// <summary>Describes the end of a command.</summary>
    /// <param name="error">What ended it.</param>
    /// <param name="model">The chosen model; <see langword="null"/> when none was chosen yet.</param>
    public static (string Message, int ExitCode) Describe(Exception error, ModelSpec? model = null) => error switch
    {
        CliException known => (known.Message, known.ExitCode),
        AllModelsFailedException failed => ($"{Describe(failed.Report.Attempts.LastOrDefault()?.Error?.Category)}{Place(model)}{Environment.NewLine}{Attempts(failed.Report)}", ExitCodes.Failure),
        WorkflowFailedException { InnerException: { } cause } => Describe(cause, model),
        LlmException and not ModelCallException => (error.Message, ExitCodes.Failure),
        OperationCanceledException => ("The work was cut off by a time limit.", ExitCodes.Failure),
        _ when model is not null && CallErrors.Classify(error) is { } provider => ($"{Describe(provider.Category)}{Place(model)}", ExitCodes.Failure),
        IOException or UnauthorizedAccessException => (error.Message, ExitCodes.Failure),
        _ => ($"Something unexpected went wrong ({error.GetType().Name}): {error.Message}", ExitCodes.Failure),
    };

    private static string Describe(ErrorCategory? category) => category switch
    {
        ErrorCategory.Connection => "The model could not be reached. Check the network, and that a server listens at this address.",
        ErrorCategory.Authentication => "The provider refused the key. Check the key in its environment variable.",
        ErrorCategory.ModelNotFound => "The provider does not know the model. Name one that it has with --model PROVIDER/NAME.",
        ErrorCategory.QuotaExhausted => "The account has no quota left.",
        ErrorCategory.RateLimit => "The provider allows no more requests at the moment. Wait, or choose another model.",
        ErrorCategory.Overload => "The provider is overloaded or failing. Try again later, or choose another model.",
        ErrorCategory.AttemptTimeout or ErrorCategory.Stalled => "The model did not answer in time.",
        ErrorCategory.ContentFilter => "The provider's content filter refused the request.",
        ErrorCategory.ContextOverflow => "The request does not fit the model's context window.",
        ErrorCategory.InvalidInput => "The provider refused the request as invalid. The server may not be compatible, or the model may not accept what was asked.",
        ErrorCategory.MalformedReply or ErrorCategory.TruncatedStream => "The server's answer could not be read. It may not be compatible.",
        _ => "No model answered.",
    };

    private static string Place(ModelSpec? model) => model is { DisplayEndpoint: { } endpoint } ? $" ({model.Id} at {endpoint})" : "";

    private static string Attempts(FailoverReport report) => string.Join(
        Environment.NewLine,
        [
            .. report.Attempts.Select(attempt => $"  attempt {attempt.Number}: {attempt.ModelId}, {AnswerReports.OutcomeOf(attempt)}"),
            .. report.Skipped.Select(skip => $"  not called: {skip.ModelId}, {skip.Reason}"),
        ]);
}
