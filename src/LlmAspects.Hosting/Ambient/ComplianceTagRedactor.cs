using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;

namespace LlmAspects.Hosting.Ambient;

/// <summary>Redacts captured values with the redactors of the host.</summary>
internal sealed class ComplianceTagRedactor(IRedactorProvider provider, IEnumerable<TagClassification> classifications) : ITagRedactor
{
    // The last registration of a type wins, as everywhere in dependency injection.
    private readonly Dictionary<Type, DataClassification> _classifications =
        classifications.GroupBy(known => known.Attribute).ToDictionary(group => group.Key, group => group.Last().Classification);

    public string Redact(string value, Type? classification)
    {
        if (classification is null)
        {
            return provider.GetRedactor(DataClassification.Unknown).Redact(value);
        }

        // An attribute that nobody described is erased: the fallback of the provider may let it through.
        return _classifications.TryGetValue(classification, out var known) ? provider.GetRedactor(known).Redact(value) : string.Empty;
    }
}
