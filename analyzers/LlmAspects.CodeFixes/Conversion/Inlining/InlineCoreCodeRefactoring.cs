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
        if (await Inlining.FindTitleAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { } title)
        {
            return;
        }

        var (solution, place) = (context.Document.Project.Solution, (context.Document.Id, context.Span));
        context.RegisterRefactoring(CodeAction.Create(title, cancellationToken => Inlining.ApplyAsync(solution, [place], cancellationToken), Inlining.Title));
    }
}
