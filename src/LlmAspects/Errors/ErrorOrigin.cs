using System.Diagnostics;
using LlmAspects.Runtime;

namespace LlmAspects.Errors;

/// <summary>Where and when an operation observed an error. Times are ticks of <see cref="Stopwatch"/>.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="ExceptionType">The full name of the exception's type.</param>
/// <param name="Activity">The operation's span, if any.</param>
/// <param name="Duration">The call's length, or <see cref="Measurement.Untimed"/>.</param>
/// <param name="Started">The call's begin; 0 when it was not read.</param>
/// <param name="Observed">When the error was observed.</param>
internal readonly record struct ErrorOrigin(OperationIdentity Operation, string ExceptionType, Activity? Activity, long Duration, long Started, long Observed)
{
    /// <summary>The tags of the call; <see langword="null"/> without any.</summary>
    internal KeyValuePair<string, object?>[]? Tags { get; init; }
}
