using LlmAspects.CodeFixes.Conversion;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Core;

/// <summary>A Core that has another signature than its declaration.</summary>
/// <param name="Document">Where Core is written.</param>
/// <param name="Model">The meaning of that document.</param>
/// <param name="Syntax">Core as it is written.</param>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Definition">The method or accessor whose wrapper should call it.</param>
/// <param name="Symbols">The known types of the compilation.</param>
internal sealed record DifferingCore(Document Document, SemanticModel Model, MethodDeclarationSyntax Syntax, IMethodSymbol Symbol, IMethodSymbol Definition, AspectSymbols Symbols)
{
    /// <summary>From the first attribute to the body.</summary>
    public TextSpan Header => TextSpan.FromBounds(Syntax.SpanStart, ConversionTarget.EndOfSignature(Syntax));

    /// <summary>The definition in terms of the type parameters of Core, whose body uses their names.</summary>
    public IMethodSymbol Expected => Definition.Arity > 0 && Definition.Arity == Symbol.Arity ? Definition.Construct([.. Symbol.TypeParameters]) : Definition;

    public string Show(ISymbol symbol, SymbolDisplayFormat format) => symbol.ToMinimalDisplayString(Model, Syntax.SpanStart, format);
}
