using Basic.Reference.Assemblies;
using LlmAspects.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Tests.Verification;

/// <summary>Applies one fix to marked source with the generator running: one by one, and to the document, the project and the solution at once.</summary>
/// <typeparam name="TAnalyzer">The rule.</typeparam>
/// <typeparam name="TCodeFix">The fix.</typeparam>
internal sealed class FixTest<TAnalyzer, TCodeFix> : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using LlmAspects;
        """;

    private FixTest(string[] files, string[] fixedFiles)
    {
        TestState.Sources.AddRange(files.Select(static (text, index) => ($"File{index}.cs", SourceText.From(text))));
        FixedState.Sources.AddRange(fixedFiles.Select(static (text, index) => ($"File{index}.cs", SourceText.From(text))));
        TestState.Sources.Add(("Usings.cs", Usings));
        FixedState.Sources.Add(("Usings.cs", Usings));
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(Net100.References.All);
        TestState.AdditionalReferences.Add(typeof(ErrorContextAttribute).Assembly);
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
    }

    /// <summary>Expects the fixed source, which compiles without errors.</summary>
    /// <param name="source">C# with the expected diagnostics marked.</param>
    /// <param name="fixedSource">The same after the fix.</param>
    public static Task VerifyAsync(string source, string fixedSource) => VerifyAsync([source], [fixedSource]);

    /// <summary>Expects the fixed files, which compile without errors.</summary>
    /// <param name="files">C# with the expected diagnostics marked.</param>
    /// <param name="fixedFiles">The same after the fix.</param>
    public static Task VerifyAsync(string[] files, string[] fixedFiles) => new FixTest<TAnalyzer, TCodeFix>(files, fixedFiles).RunAsync();

    /// <inheritdoc/>
    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(AspectGenerator)];

    /// <inheritdoc/>
    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);

    /// <inheritdoc/>
    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
}
