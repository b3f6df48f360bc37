using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.CodeFixes.Conversion.Rules;

/// <summary>An argument that the compiler adds to a call: the name of the method around it.</summary>
/// <param name="List">The arguments that are written; null where there is no place to write one.</param>
/// <param name="Parameter">The parameter that receives the name.</param>
internal sealed record CallerNameArgument(BaseArgumentListSyntax? List, string Parameter);
