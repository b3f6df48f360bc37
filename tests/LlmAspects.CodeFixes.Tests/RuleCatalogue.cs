using LlmAspects.Analyzers;
using LlmAspects.CodeFixes.Conversion;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.CodeFixes.Tests;

/// <summary>Every rule, suppressor and fix that the assemblies hold.</summary>
internal static class RuleCatalogue
{
    /// <summary>The analyzers, one for each rule.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } = [.. Instances<DiagnosticAnalyzer>(typeof(AspectAnalyzer)).Where(static analyzer => analyzer is not DiagnosticSuppressor)];

    public static IReadOnlyList<DiagnosticSuppressor> Suppressors { get; } = [.. Instances<DiagnosticSuppressor>(typeof(AspectAnalyzer))];

    public static IReadOnlyList<CodeFixProvider> Fixes { get; } = [.. Instances<CodeFixProvider>(typeof(AddMissingAspectsCodeFix))];

    /// <summary>The fixes that list a rule.</summary>
    public static IEnumerable<CodeFixProvider> FixesOf(string id) => Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id));

    private static IEnumerable<T> Instances<T>(Type anyOfTheAssembly) =>
        anyOfTheAssembly.Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(T))).Select(static type => (T)Activator.CreateInstance(type)!);
}
