namespace LlmAspects.Runtime;

/// <summary>What a pending task remembers of its call. Structs, so that a state machine holds only the bytes its method needs.</summary>
internal interface IPendingCall
{
    void Succeed();

    /// <summary>Records the failure, and returns the exception that the consumer gets.</summary>
    Exception Fail(Exception error);
}
