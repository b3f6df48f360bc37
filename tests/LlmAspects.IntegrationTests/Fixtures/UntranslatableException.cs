namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>An exception whose constructor fails.</summary>
internal sealed class UntranslatableException : CallException
{
    internal UntranslatableException(string message, Exception cause)
        : base(message, cause) => throw new InvalidOperationException("constructor", cause);
}
