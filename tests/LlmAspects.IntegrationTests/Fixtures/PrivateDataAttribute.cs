using Microsoft.Extensions.Compliance.Classification;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>How a program classifies its data.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class PrivateDataAttribute() : DataClassificationAttribute(new DataClassification("LlmAspects.IntegrationTests", "Private"));
