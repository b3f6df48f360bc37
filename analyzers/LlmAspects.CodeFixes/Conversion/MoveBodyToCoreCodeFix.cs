using System.Composition;
using LlmAspects.Analyzers.Target;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>Makes an annotated method partial and moves its body to a Core method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MoveBodyToCoreCodeFix()
    : ConversionCodeFix(new MoveBodyConversion(), MethodWithAspectIsNotPartialAnalyzer.Id, AspectMethodHasAnotherImplementationAnalyzer.Id);
