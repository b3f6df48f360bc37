namespace LlmAspects;

/// <summary>Says which methods of the assembly must carry aspects, and which. Read by the analyzers and by <c>llmaspects coverage</c>, never at run time.</summary>
/// <remarks>The keys <c>llmaspects.*</c> of an <c>.editorconfig</c> override it for their files, key by key.</remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class LlmAspectsPolicyAttribute : Attribute
{
    /// <summary>The methods that must carry aspects. The default is <see cref="AspectScopes.Components"/>.</summary>
    public AspectScopes RequiredOn { get; set; } = AspectScopes.Components;

    /// <summary>The aspects that they must carry. The default is both.</summary>
    public RequiredAspects RequiredAspects { get; set; } = RequiredAspects.ErrorContext | RequiredAspects.TracePerformance;

    /// <summary>Patterns for the namespaces to which <see cref="AspectScopes.Public"/> and <see cref="AspectScopes.ModelCalls"/> are limited. The default is none: every namespace.</summary>
    /// <remarks><c>*</c> stands for a part of a name without dots, <c>**</c> for any part; <c>A.**</c> includes <c>A</c>. A pattern after <c>!</c> excludes. The last pattern that matches decides.</remarks>
    public string[] RequiredNamespaces { get; set; } = [];

    /// <summary>Patterns for the names of methods to which <see cref="AspectScopes.Public"/> and <see cref="AspectScopes.ModelCalls"/> are limited, as those of <see cref="RequiredNamespaces"/>. The default is none: every name.</summary>
    public string[] RequiredMethods { get; set; } = [];
}
