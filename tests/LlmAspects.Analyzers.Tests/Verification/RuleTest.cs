using Basic.Reference.Assemblies;
using LlmAspects.Analyzers.Target;
using LlmAspects.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Compliance.Classification;

namespace LlmAspects.Analyzers.Tests.Verification;

/// <summary>Runs one rule over marked source with the generator running, as in a developer's build.</summary>
/// <typeparam name="TAnalyzer">The rule.</typeparam>
internal sealed class RuleTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using LlmAspects;
        """;

    private RuleTest(string source)
    {
        TestCode = source;
        TestState.Sources.Add(("Usings.cs", Usings));
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(Net100.References.All);
        TestState.AdditionalReferences.Add(typeof(ErrorContextAttribute).Assembly);
        TestState.AdditionalReferences.Add(typeof(IChatClient).Assembly);
        TestState.AdditionalReferences.Add(typeof(ChatClientBuilder).Assembly);
        TestState.AdditionalReferences.Add(typeof(DataClassificationAttribute).Assembly);
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
    }

    /// <summary>Expects exactly the marked diagnostics, and none where a pragma suppresses them or the source is generated.</summary>
    /// <param name="source">C# with the expected diagnostics marked.</param>
    public static Task VerifyAsync(string source) => new RuleTest<TAnalyzer>(source).RunAsync();

    /// <summary>Expects exactly the marked diagnostics, and those without a place, under the settings of an <c>.editorconfig</c>.</summary>
    /// <param name="source">C# with the expected diagnostics marked.</param>
    /// <param name="settings">Lines of the file for all sources.</param>
    /// <param name="messages">The messages that have no place in a source.</param>
    public static Task VerifyUnderAsync(string source, string settings, params IEnumerable<string> messages)
    {
        var test = new RuleTest<TAnalyzer>(source);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + settings));
        test.ExpectedDiagnostics.AddRange(messages.Select(static message => new DiagnosticResult(new TAnalyzer().SupportedDiagnostics.Single()).WithMessage(message)));
        return test.RunAsync();
    }

    /// <summary>Expects exactly the marked diagnostics in source that C# itself also refuses.</summary>
    /// <param name="source">C# with the expected diagnostics marked.</param>
    public static Task VerifyBesideCompilerErrorsAsync(string source) =>
        new RuleTest<TAnalyzer>(source) { CompilerDiagnostics = CompilerDiagnostics.None }.RunAsync();

    /// <summary>Expects one diagnostic and exactly this message.</summary>
    /// <param name="source">C# with one place marked <c>{|#0:...|}</c>.</param>
    /// <param name="message">The whole message.</param>
    public static Task VerifyMessageAsync(string source, string message)
    {
        var rule = new TAnalyzer().SupportedDiagnostics.Single();
        var test = new RuleTest<TAnalyzer>(source);
        test.ExpectedDiagnostics.Add(new DiagnosticResult(rule).WithLocation(0).WithMessage(message));
        return test.RunAsync();
    }

    /// <inheritdoc/>
    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(AspectGenerator)];

    // An invalid target has no implementing part: the rule says why, the compiler (CS8795, CS9248) only that.
    /// <inheritdoc/>
    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        !(diagnostic.Id is "CS8795" or "CS9248" && typeof(TAnalyzer).IsSubclassOf(typeof(AspectTargetAnalyzer))) && base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics);

    /// <inheritdoc/>
    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);

    /// <inheritdoc/>
    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
}
