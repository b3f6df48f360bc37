using System.Composition;
using LlmAspects.Analyzers.Target;
using LlmAspects.CodeFixes.Conversion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAspects.CodeFixes.Core;

/// <summary>Creates the Core methods that an annotated method or property lacks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CreateCoreCodeFix() : ConversionCodeFix(new CreateCoreConversion(), CoreMethodIsMissingAnalyzer.Id);
