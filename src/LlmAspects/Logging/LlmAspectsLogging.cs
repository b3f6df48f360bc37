using LlmAspects.Errors;
using LlmAspects.Runtime;
using Microsoft.Extensions.Logging;

namespace LlmAspects.Logging;

/// <summary>Where errors are logged, process-wide. Nothing is logged until a factory is set.</summary>
public static class LlmAspectsLogging
{
    /// <summary>The category of the records.</summary>
    public const string Category = "LlmAspects";

    private static readonly EventId OperationFailed = new(1, nameof(OperationFailed));

    private static volatile ILogger? s_logger;
    private static ILoggerFactory? s_factory;

    // A logger whose own calls fail would be asked to log that, without end.
    [ThreadStatic]
    private static bool t_isLogging;

    /// <summary>The factory of the logger. The default is <see langword="null"/>: no logging. May be set at any time, from any thread.</summary>
    public static ILoggerFactory? Factory
    {
        get => Volatile.Read(ref s_factory);
        set
        {
            Volatile.Write(ref s_factory, value);
            s_logger = value?.CreateLogger(Category);
        }
    }

    /// <summary>One record per occurrence, never for a level further out.</summary>
    internal static void ErrorObserved(in ErrorObservation observation, Exception? error)
    {
        if (s_logger is not { } logger || t_isLogging)
        {
            return;
        }

        t_isLogging = true;
        try
        {
            if (logger.IsEnabled(LogLevel.Error))
            {
                logger.Log(LogLevel.Error, OperationFailed, new ErrorLogState(observation), WithoutSecrets(error), static (state, _) => state.ToString());
            }
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
        }
        finally
        {
            t_isLogging = false;
        }
    }

    // A log prints the whole exception, where nothing can be taken out of.
    private static Exception? WithoutSecrets(Exception? error) =>
        error is null || ErrorAggregator.Shared.MessageRedactor is not null || error.ToString() is var text && SecretScrubber.Scrub(text) != text ? null : error;
}
