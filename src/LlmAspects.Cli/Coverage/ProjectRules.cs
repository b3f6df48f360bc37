using Microsoft.CodeAnalysis;

namespace LlmAspects.Cli.Coverage;

/// <summary>What a project is, and whether it could be understood.</summary>
internal static class ProjectRules
{
    private static readonly string[] TestFrameworks = ["xunit.core.dll", "xunit.v3.core.dll", "nunit.framework.dll", "Microsoft.VisualStudio.TestPlatform.TestFramework.dll", "MSTest.TestFramework.dll", "TUnit.Core.dll"];

    // The generator writes the bodies of partial members; that they are missing says nothing of the aspects.
    private static readonly string[] ErrorsOfMissingGenerators = ["CS8795", "CS9248"];

    /// <summary>Whether a project refers to a framework for tests.</summary>
    public static bool IsTest(Project project) =>
        project.MetadataReferences.OfType<PortableExecutableReference>()
            .Any(static reference => TestFrameworks.Contains(Path.GetFileName(reference.FilePath), StringComparer.OrdinalIgnoreCase));

    /// <summary>Why the attributes of a project may not have been seen; <see langword="null"/> when its declarations have no error.</summary>
    public static string? FindError(Project project, Compilation compilation, CancellationToken cancellationToken)
    {
        Diagnostic[] errors =
        [
            .. compilation.GetParseDiagnostics(cancellationToken).Concat(compilation.GetDeclarationDiagnostics(cancellationToken))
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !ErrorsOfMissingGenerators.Contains(diagnostic.Id)),
        ];
        return errors.Length == 0
            ? null
            : $"{project.Name} does not compile ({errors.Length} errors, the first: {errors[0].GetMessage(null)}). Build the solution with 'dotnet build' first.";
    }
}
