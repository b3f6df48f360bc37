using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Tests.Suppression;

/// <summary>The analyzers that come with the SDK and run in every build.</summary>
internal static class SdkAnalyzers
{
    private static readonly string[] Assemblies =
    [
        "analyzers/Microsoft.CodeAnalysis.NetAnalyzers.dll",
        "analyzers/Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll",
        "codestyle/cs/Microsoft.CodeAnalysis.CodeStyle.dll",
        "codestyle/cs/Microsoft.CodeAnalysis.CSharp.CodeStyle.dll",
    ];

    /// <summary>The analyzers that report a rule.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> Reporting(string id) =>
    [
        .. Assemblies.Select(static name => Assembly.LoadFrom(Path.Combine(Folder(), name)))
            .SelectMany(TypesOf)
            .Where(static type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains("C#") == true)
            .Select(static type => Activator.CreateInstance(type) as DiagnosticAnalyzer)
            .OfType<DiagnosticAnalyzer>()
            .Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == id)),
    ];

    // Some types of these assemblies belong to editors and need what is not here.
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            return partly.Types.OfType<Type>();
        }
    }

    // The runtime of these tests lies in shared/Microsoft.NETCore.App/VERSION of the installation.
    private static string Folder()
    {
        var root = new FileInfo(typeof(object).Assembly.Location).Directory!.Parent!.Parent!.Parent!;
        return Path.Combine(root.GetDirectories("sdk/10.*").MaxBy(static sdk => sdk.Name, StringComparer.Ordinal)!.FullName, "Sdks", "Microsoft.NET.Sdk");
    }
}
