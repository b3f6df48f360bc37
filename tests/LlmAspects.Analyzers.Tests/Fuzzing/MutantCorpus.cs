using Basic.Reference.Assemblies;
using LlmAspects.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Analyzers.Tests.Fuzzing;

/// <summary>The sources of this repository that use the aspects, one compilation for each project.</summary>
internal static class MutantCorpus
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly string[] Projects = ["tests/LlmAspects.AotProgram", "tests/LlmAspects.IntegrationTests", "src/LlmAspects.Components"];

    /// <summary>The compilations, the smallest first.</summary>
    public static IReadOnlyList<CSharpCompilation> Load() => [.. Projects.Select(Compile)];

    private static CSharpCompilation Compile(string project)
    {
        var folder = Path.Combine(RepositoryRoot.FullPath, project);
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(folder, file).StartsWith("bin", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), ParseOptions, file));
        return CSharpCompilation.Create(
            Path.GetFileName(project),
            [.. trees, CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Usings.cs")],
            [.. Net100.References.All, .. References()],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    // What these tests can load themselves; names that remain unknown are one more thing to survive.
    private static IEnumerable<MetadataReference> References() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(static file => Path.GetFileName(file) is "LlmAspects.dll" or "Shouldly.dll" || Path.GetFileName(file).StartsWith("Microsoft.Extensions.AI", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("xunit.", StringComparison.Ordinal))
            .Select(static file => MetadataReference.CreateFromFile(file));
}
