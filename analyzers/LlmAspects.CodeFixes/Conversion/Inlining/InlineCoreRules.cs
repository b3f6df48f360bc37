using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion.Inlining;

/// <summary>Which annotated declarations can take their body back.</summary>
internal static class InlineCoreRules
{
    /// <summary>Why the body cannot be put back; null when it can.</summary>
    public static string? FindObstacle(ConversionTarget target, CancellationToken cancellationToken) =>
        !target.IsPartial || target.HasBody || !target.Symbols.HasAspect(target.Method) ? "the method is no declaration with aspects"
        : FindCore(target, cancellationToken) is not { } core ? "there is no Core beside the declaration"
        : HasWhatCannotMove(target, core) ? "Core has documentation, or directives of the preprocessor around its signature"
        : IsUsedElsewhere(target, core, cancellationToken) ? $"'{target.CoreName}' is used elsewhere"
        : null;

    /// <summary>The Core in the same part of the type.</summary>
    public static MethodDeclarationSyntax? FindCore(ConversionTarget target, CancellationToken cancellationToken) =>
        target.Method.ContainingType.GetMembers(target.CoreName)
            .OfType<IMethodSymbol>()
            .Where(core => CoreSignatureRules.AreSame(target.Method, core, target.Symbols, cancellationToken))
            .Select(core => PartialRules.SyntaxOf(core, cancellationToken))
            .OfType<MethodDeclarationSyntax>()
            .FirstOrDefault(core => core.Parent == target.Syntax.Parent && (core.Body is not null || core.ExpressionBody is not null));

    private static bool HasWhatCannotMove(ConversionTarget target, MethodDeclarationSyntax core) =>
        target.Syntax.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.SpanStart > target.FirstTokenOfHeader.SpanStart)
        || core.DescendantTrivia(TextSpan.FromBounds(core.FullSpan.Start, ConversionTarget.EndOfSignature(core)))
            .Any(trivia => trivia.HasStructure && trivia.SpanStart < ConversionTarget.EndOfSignature(core));

    // Core is private: whatever calls it stands in a part of the type.
    private static bool IsUsedElsewhere(ConversionTarget target, MethodDeclarationSyntax core, CancellationToken cancellationToken)
    {
        var symbol = target.Model.GetDeclaredSymbol(core, cancellationToken);
        return target.Method.ContainingType.DeclaringSyntaxReferences
            .Where(reference => target.Document.Project.GetDocument(reference.SyntaxTree) is not (null or SourceGeneratedDocument))
            .Select(reference => reference.GetSyntax(cancellationToken))
            .SelectMany(static part => part.DescendantNodes().OfType<SimpleNameSyntax>())
            .Where(name => name.Identifier.ValueText == target.CoreName)
            .Any(name => Means(name, symbol, target.Model.Compilation));
    }

    private static bool Means(SimpleNameSyntax name, IMethodSymbol? core, Compilation compilation)
    {
        var meaning = compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name);
        return meaning.CandidateSymbols.Append(meaning.Symbol).Any(symbol => SymbolEqualityComparer.Default.Equals(symbol?.OriginalDefinition, core));
    }
}
