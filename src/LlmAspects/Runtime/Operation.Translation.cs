using System.Runtime.CompilerServices;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

// What the method throws depends on it, so it does its work even while recording is switched off.
public sealed partial class Operation
{
    /// <summary>Whether errors leave the method as exceptions of another type.</summary>
    internal bool Translates => _options is { Translation: not null };

    /// <summary>Whether the wrapper has nothing to do with the outcome of a call.</summary>
    private bool PassesUnseen => !LlmAspectsSwitch.IsEnabled && !Translates;

    /// <summary>Serves as an exception filter, after the one that records: makes the exception that is thrown instead of an error.</summary>
    /// <param name="error">The exception that leaves the method.</param>
    /// <param name="translated">The exception to throw, which has <paramref name="error"/> as its inner exception; <paramref name="error"/> when there is none.</param>
    /// <param name="cancellationTokens">The token parameters of the method: they tell a cancellation from a timeout.</param>
    /// <returns><see langword="false"/> for a cancellation, an expected exception and one that has the type already, which pass unchanged.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryTranslate(Exception error, out Exception translated, params ReadOnlySpan<CancellationToken> cancellationTokens) =>
        TryTranslate(error, CallTokens.From(cancellationTokens), out translated);

    /// <inheritdoc cref="TryTranslate(Exception, out Exception, ReadOnlySpan{CancellationToken})"/>
    internal bool TryTranslate(Exception error, CallTokens tokens, out Exception translated)
    {
        translated = error;
        if (!IsTranslated(error, tokens))
        {
            return false;
        }

        try
        {
            translated = _options!.Translation!.Create(Identity, error);
            return true;
        }
        catch (Exception fault)
        {
            // A constructor that throws must not hide the error.
            RuntimeFaults.Note(fault);
            return false;
        }
    }

    /// <summary>The exception that a consumer of the call gets.</summary>
    internal Exception Translate(Exception error, CallTokens tokens) => TryTranslate(error, tokens, out var translated) ? translated : error;

    /// <summary>Whether the error does not reach the caller as it is.</summary>
    internal bool IsTranslated(Exception error, CallTokens tokens) =>
        _options is { Translation: { } translation } && !translation.Is(error) && OutcomeOf(error, tokens) == OperationOutcome.Failed;
}
