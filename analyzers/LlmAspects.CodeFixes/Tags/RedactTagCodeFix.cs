using System.Composition;
using LlmAspects.Analyzers.Configuration;
using LlmAspects.CodeFixes.Conversion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAspects.CodeFixes.Tags;

/// <summary>Marks what a tag records with <c>[Redact]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RedactTagCodeFix() : ConversionCodeFix(new RedactConversion(), TagRecordsSecretAnalyzer.Id);
