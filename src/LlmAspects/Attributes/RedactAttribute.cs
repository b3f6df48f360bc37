namespace LlmAspects;

/// <summary>Marks a value that must not be recorded as it is. Where a <see cref="TagAttribute"/> captures it, <see cref="TagCapture.Redactor"/> decides what is left; without one, nothing.</summary>
/// <remarks>It holds for every path that goes through the marked parameter, property, field or type.</remarks>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum)]
public sealed class RedactAttribute : Attribute;
