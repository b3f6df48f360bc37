namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>The type that errors are translated to.</summary>
internal class CallException(string message, Exception cause) : Exception(message, cause);
