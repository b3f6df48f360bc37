using LlmAspects.Testing;

namespace LlmAspects.ReceiverTests.Servers;

/// <summary>A test against a real OTLP receiver; skipped with the reason where there is none, except in continuous integration, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithOtlpReceiverAttribute : FactAttribute
{
    public FactWithOtlpReceiverAttribute() => Skip = Tool.OtlpReceiver.SkipReason;
}
