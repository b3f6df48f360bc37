using Microsoft.Extensions.Compliance.Classification;

namespace LlmAspects.Hosting.Ambient;

/// <summary>The classification that an attribute type stands for.</summary>
internal sealed record TagClassification(Type Attribute, DataClassification Classification);
