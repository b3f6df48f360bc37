using LlmAspects.Components.Failover;
using LlmAspects.Components.Providers;

namespace LlmAspects.Cli.Models;

/// <summary>What the exceptions of model calls mean.</summary>
internal static class CallErrors
{
    private static readonly ErrorClassifier Classifier = new(new ProviderErrorReader());

    /// <summary>What an exception of a model call means; <see langword="null"/> when neither it nor a cause of it is known.</summary>
    public static ErrorClassification? Classify(Exception error) =>
        Classifier.Classify(error, cancelledByCaller: false) is { Category: not ErrorCategory.Unknown } known ? known : null;
}
