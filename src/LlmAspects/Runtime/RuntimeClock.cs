namespace LlmAspects.Runtime;

/// <summary>Where absolute times come from; durations come from <see cref="System.Diagnostics.Stopwatch"/>, as the generated code reads it.</summary>
internal static class RuntimeClock
{
    internal static TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
