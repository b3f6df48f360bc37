using System.Collections.Concurrent;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Policy;

/// <summary>The policies of one compilation: one for each text that its files have. Safe for several threads.</summary>
internal sealed class AspectPolicies(AspectSymbols symbols)
{
    private readonly AspectPolicy _ofAssembly = AssemblyPolicyReader.Read(symbols);
    private readonly ConcurrentDictionary<PolicyText, AspectPolicy> _ofFiles = new();

    /// <summary>The policy of the file that declares a symbol.</summary>
    public AspectPolicy For(ISymbol symbol, AnalyzerConfigOptionsProvider options) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is { } tree
            ? _ofFiles.GetOrAdd(PolicyText.Of(options.GetOptions(tree)), text => PolicyTextRules.Parse(text, _ofAssembly))
            : _ofAssembly;
}
