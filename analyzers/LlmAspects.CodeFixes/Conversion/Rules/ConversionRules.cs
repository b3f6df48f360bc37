using LlmAspects.CodeFixes.Conversion.Writing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.CodeFixes.Conversion.Rules;

/// <summary>Which methods can be converted, so that the result compiles and does what it did; no fix is offered for the others.</summary>
internal static class ConversionRules
{
    /// <summary>Why the method cannot be converted; null when it can.</summary>
    public static string? FindObstacle(ConversionTarget target, CancellationToken cancellationToken) =>
        FindTargetObstacle(target, cancellationToken)
        ?? PartialTypeWriter.FindObstacle(target.Method, target.Document.Project.Solution, cancellationToken)
        ?? (target.HasBody ? FindBodyObstacle(target, cancellationToken) : null)
        ?? (ImplementationRules.FindPart(target, cancellationToken) is { } part ? ImplementationRules.FindObstacle(target, part) ?? FindBodyObstacle(part, cancellationToken) : null);

    // What remains is what the conversion mends, or what its author has to finish by hand.
    private static string? FindTargetObstacle(ConversionTarget target, CancellationToken cancellationToken)
    {
        var problem = AspectTargetRules.FindImpossibility(target.Method, target.Symbols) ?? AspectTargetRules.FindProblem(target.Method, target.Symbols, cancellationToken);
        return problem?.Kind switch
        {
            null or AspectTargetProblemKind.MethodIsNotPartial or AspectTargetProblemKind.ContainingTypeIsNotPartial => null,
            AspectTargetProblemKind.CoreIsMissing or AspectTargetProblemKind.CoreSignatureDiffers => null,
            AspectTargetProblemKind.HasAnotherImplementation when IsWrittenByHand(target, cancellationToken) => null,
            _ => problem.Detail,
        };
    }

    private static bool IsWrittenByHand(ConversionTarget target, CancellationToken cancellationToken) =>
        AspectTargetRules.FindImpossibility(target.Method, target.Symbols) is null
        && (target is { HasBody: true, Method.PartialImplementationPart: null } || ImplementationRules.FindPart(target, cancellationToken) is not null);

    private static string? FindBodyObstacle(ConversionTarget target, CancellationToken cancellationToken) =>
        target.Syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp9 } ? "partial methods with a result need C# 9"
        : target.Method is { IsAsync: true, ReturnsVoid: true } ? "nothing can observe the end of 'async void'; return Task"
        : target.Syntax.ContainsDiagnostics || target.Method.DeclaringSyntaxReferences.Length != 1 ? "the method does not compile"
        : HasDirectives(target) ? "directives of the preprocessor stand within the declaration"
        : CoreNameRules.FindObstacle(target, cancellationToken) ?? CallerNameRules.FindObstacle(target);

    // Attributes are copied or moved with what stands between them.
    private static bool HasDirectives(ConversionTarget target)
    {
        var attributes = target.Syntax.AttributeLists.SelectMany(static list => list.Attributes);
        var start = attributes.Any(attribute => AttributePlaceRules.PlaceOf(attribute, target) != AttributePlace.Declaration) ? target.Syntax.SpanStart : target.FirstTokenOfHeader.SpanStart;
        return target.Syntax.DescendantTrivia(static node => node is not BlockSyntax)
            .Any(trivia => trivia.IsDirective && trivia.SpanStart > start && trivia.SpanStart < target.Signature.End);
    }
}
