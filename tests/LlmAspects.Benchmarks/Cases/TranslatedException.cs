namespace LlmAspects.Benchmarks.Cases;

/// <summary>What errors would be thrown as.</summary>
internal sealed class TranslatedException(string message, Exception cause) : Exception(message, cause);
