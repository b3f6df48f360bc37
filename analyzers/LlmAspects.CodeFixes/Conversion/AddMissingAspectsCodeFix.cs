using System.Composition;
using LlmAspects.Analyzers.Missing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>Adds all missing aspects of a method in one edit, whichever rule fired, and moves its body to a Core method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddMissingAspectsCodeFix()
    : ConversionCodeFix(new AddAspectsConversion(), ErrorContextIsMissingAnalyzer.Id, TracePerformanceIsMissingAnalyzer.Id, ModelIsCalledWithoutAspectsAnalyzer.Id);
