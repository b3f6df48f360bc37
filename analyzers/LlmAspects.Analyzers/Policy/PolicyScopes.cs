namespace LlmAspects.Analyzers.Policy;

/// <summary>The sets of methods of which aspects are demanded; the values are those of <c>AspectScopes</c>, which a test compares.</summary>
[Flags]
internal enum PolicyScopes
{
    None = 0,
    Components = 1,
    Public = 2,
    ModelCalls = 4,
}
