using System.Composition;
using LlmAspects.Analyzers.Target;
using LlmAspects.CodeFixes.Conversion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAspects.CodeFixes.Core;

/// <summary>Gives a Core the signature of its declaration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MendCoreCodeFix() : ConversionCodeFix(new MendCoreConversion(), CoreMethodSignatureDiffersAnalyzer.Id);
