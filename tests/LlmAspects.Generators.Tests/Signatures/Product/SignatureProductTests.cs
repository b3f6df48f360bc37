using LlmAspects.Generators.Tests.Pipeline;
using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace LlmAspects.Generators.Tests.Signatures.Product;

/// <summary>
/// Multiplies results, parameters, modifiers, containers and aspects. The counts are printed by
/// <c>dotnet test tests/LlmAspects.Generators.Tests --filter SignatureProduct --logger "console;verbosity=detailed"</c>.
/// </summary>
public class SignatureProductTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryResultWithAllParametersAndAspects_CompilesWithoutWarnings() => Verify(SignatureProduct.OfSignatures, atLeast: 3_000);

    [Fact]
    public void EveryResultInEveryPlace_CompilesWithoutWarnings() => Verify(SignatureProduct.OfResultsAndPlaces, atLeast: 2_000);

    [Fact]
    public void AllParametersInEveryPlace_CompileWithoutWarnings() => Verify(SignatureProduct.OfParametersAndPlaces, atLeast: 2_000);

    [Fact]
    public void WhatIsLeftOutOfAProduct_IsForbiddenByTheCompiler()
    {
        var forbidden =
            (from modifiers in ProductModifiers.All
             from container in ProductContainer.All
             select new ProductMethod(ProductReturn.Plain, ProductParameters.None, modifiers, container, "")).ToLookup(static method => ProductRules.FindObstacle(method) is not null);

        forbidden[true].Where(static method => IsQuiet(method)).Select(static method => method.ToString()).ShouldBeEmpty();
        forbidden[false].Where(static method => !IsQuiet(method)).Select(static method => method.ToString()).ShouldBeEmpty();
    }

    private void Verify(SignatureProduct product, int atLeast)
    {
        output.WriteLine($"{product.Methods.Count} methods expanded; left out:");
        foreach (var (reason, count) in product.LeftOut)
        {
            output.WriteLine($"{count,6}  {reason}");
        }

        product.Methods.Count.ShouldBeGreaterThan(atLeast);
        VerifyExpanded(product, isDynamic: false).ProblemsWithoutHeader.Take(20).ShouldBeEmpty();

        // Handwritten, `object` for `dynamic` would get CS8826.
        VerifyExpanded(product, isDynamic: true).Problems.Take(20).ShouldBeEmpty();
    }

    private static GeneratorRun VerifyExpanded(SignatureProduct product, bool isDynamic)
    {
        var run = GeneratorRunner.Run(product.Compile(isDynamic));
        ExtractedTypes.CountMembers(run).ShouldBe(product.Methods.Count(method => method.IsDynamic == isDynamic));
        run.GeneratorDiagnostics.ShouldBeEmpty();
        return run;
    }

    private static bool IsQuiet(ProductMethod method)
        => GeneratorRunner.Compile(ProductWriter.WriteBare(method.Container, method)).GetDiagnostics().All(static diagnostic => diagnostic.Severity < DiagnosticSeverity.Warning);
}
