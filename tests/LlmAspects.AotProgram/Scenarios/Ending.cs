namespace LlmAspects.AotProgram.Scenarios;

/// <summary>How a call of a scenario ends.</summary>
internal enum Ending
{
    Success,
    Failure,
    Cancellation,
}
