using System.Text;
using Basic.Reference.Assemblies;
using LlmAspects.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Testing.Generators;

/// <summary>Runs <see cref="AspectGenerator"/> over source text against the reference assemblies of .NET and the runtime.</summary>
public static class GeneratorRunner
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    private static readonly CSharpCompilationOptions CompilationOptions = new(
        OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Enable);

    private static readonly MetadataReference[] References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ErrorContextAttribute).Assembly.Location)];

    /// <summary>Compiles sources, without the generator.</summary>
    /// <param name="sources">The text of each file.</param>
    public static CSharpCompilation Compile(params IEnumerable<string> sources)
        => Compile(sources.Select(static (text, index) => Parse(text, $"Source{index}.cs")));

    /// <summary>Compiles files, without the generator.</summary>
    /// <param name="files">The files, made by <see cref="Parse"/>.</param>
    public static CSharpCompilation Compile(params IEnumerable<SyntaxTree> files)
        => CSharpCompilation.Create("Sample", files, References, CompilationOptions);

    /// <summary>Parses one file with the language version of the tests; a symbol file wants to know the encoding.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The path.</param>
    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path, Encoding.UTF8);

    /// <summary>Creates a driver that keeps the reasons of every step.</summary>
    public static GeneratorDriver CreateDriver()
        => CSharpGeneratorDriver.Create(
            [new AspectGenerator().AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generator once over sources.</summary>
    /// <param name="sources">The text of each file.</param>
    public static GeneratorRun Run(params IEnumerable<string> sources) => Run(Compile(sources));

    /// <summary>Runs the generator once over a compilation.</summary>
    /// <param name="compilation">The compilation without generated files.</param>
    public static GeneratorRun Run(CSharpCompilation compilation)
    {
        var driver = CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        return new GeneratorRun(driver.GetRunResult().Results.Single(), (CSharpCompilation)output, diagnostics);
    }
}
