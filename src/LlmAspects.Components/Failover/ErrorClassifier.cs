using System.Net.Sockets;
using System.Text.Json;

namespace LlmAspects.Components.Failover;

/// <summary>Classifies by exception type, HTTP status and provider code, never by a message. Immutable.</summary>
/// <remarks>A provider's code counts before the status, the outermost exception that says something before its causes.</remarks>
public sealed class ErrorClassifier : IErrorClassifier
{
    private const int MaxDepth = 16;

    private readonly IProviderErrorReader[] _readers;

    /// <summary>Creates a classifier.</summary>
    /// <param name="readers">Readers of providers' exceptions, asked in order.</param>
    public ErrorClassifier(params IEnumerable<IProviderErrorReader> readers) => _readers = [.. readers];

    /// <inheritdoc/>
    public ErrorClassification Classify(Exception exception, bool cancelledByCaller)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (cancelledByCaller && exception is OperationCanceledException)
        {
            return RecoveryRules.For(ErrorCategory.Cancelled);
        }

        Exception? seen = exception;
        for (int depth = 0; seen is not null && depth < MaxDepth; depth++, seen = seen.InnerException)
        {
            if (Read(seen) is { } classification)
            {
                return classification;
            }
        }

        // Nobody cancelled: the client gave up by a limit of its own.
        return RecoveryRules.For(exception is OperationCanceledException ? ErrorCategory.AttemptTimeout : ErrorCategory.Unknown);
    }

    private ErrorClassification? Read(Exception error)
    {
        foreach (IProviderErrorReader reader in _readers)
        {
            if (reader.TryRead(error, out ProviderError facts))
            {
                return OfFacts(facts);
            }
        }

        return error switch
        {
            ModelCallException { Provider: { } facts } call => OfFacts(facts, call.Category),
            ModelCallException call => RecoveryRules.For(call.Category),
            HttpRequestException { StatusCode: { } status } => OfFacts(new ProviderError((int)status)),
            HttpRequestException { InnerException: TimeoutException } => RecoveryRules.For(ErrorCategory.AttemptTimeout),
            HttpRequestException or SocketException or IOException => RecoveryRules.For(ErrorCategory.Connection),
            TimeoutException => RecoveryRules.For(ErrorCategory.AttemptTimeout),
            JsonException => RecoveryRules.For(ErrorCategory.MalformedReply),
            _ => null,
        };
    }

    private static ErrorClassification OfFacts(ProviderError facts, ErrorCategory? known = null)
    {
        ErrorCategory category = known
            ?? RecoveryRules.OfCode(facts.Code)
            ?? (facts.StatusCode is { } status ? RecoveryRules.OfStatus(status) : ErrorCategory.Unknown);
        return RecoveryRules.For(category) with { RetryAfter = facts.RetryAfter, StatusCode = facts.StatusCode, ProviderCode = facts.Code };
    }
}
