using LlmAspects.Shared;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers;

/// <summary>What all rules have in common: they run concurrently, never on generated code, and only where the aspects are referenced.</summary>
public abstract class AspectAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AspectSymbols.TryCreate(start.Compilation) is { } symbols)
            {
                Register(start, symbols);
            }
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext context, AspectSymbols symbols);
}
