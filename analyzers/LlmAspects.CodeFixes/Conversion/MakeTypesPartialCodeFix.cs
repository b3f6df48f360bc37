using System.Composition;
using LlmAspects.Analyzers.Target;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>Makes the types around an annotated method partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakeTypesPartialCodeFix() : ConversionCodeFix(new PartialTypesConversion(), TypeOfAspectMethodIsNotPartialAnalyzer.Id);
