using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace LlmAspects.CodeFixes.Conversion.Inlining;

/// <summary>The way back: removes the aspects of a method and puts the body of its Core into the declaration.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp), Shared]
public sealed class InlineCoreCodeRefactoring : CodeRefactoringProvider
{
    private static readonly InlineCoreConversion Inlining = new();

    /// <inheritdoc/>
    public override RefactorAllProvider GetRefactorAllProvider() => new InlineCoreRefactorAllProvider(Inlining);

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var target = await ConversionTarget.FindAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false);
        if (target is null || await Inlining.FindObstacleAsync(target, context.CancellationToken).ConfigureAwait(false) is not null)
        {
            return;
        }

        var (solution, place) = (context.Document.Project.Solution, (context.Document.Id, target.Syntax.Identifier.Span));
        context.RegisterRefactoring(CodeAction.Create(
            Inlining.TitleFor(target),
            cancellationToken => Inlining.ApplyAsync(solution, [place], cancellationToken),
            Inlining.Title));
    }
}
