using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAspects.CodeFixes.Conversion;

/// <summary>Offers a conversion for the member at which a rule fired, if nothing prevents it.</summary>
public abstract class ConversionCodeFix : CodeFixProvider
{
    private readonly Conversion _conversion;

    private protected ConversionCodeFix(Conversion conversion, params string[] ids)
    {
        _conversion = conversion;
        FixableDiagnosticIds = [.. ids];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new ConversionFixAllProvider(_conversion);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await _conversion.FindTitleAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { } title)
        {
            return;
        }

        var (solution, place) = (context.Document.Project.Solution, (context.Document.Id, context.Span));
        var fix = CodeAction.Create(title, cancellationToken => _conversion.ApplyAsync(solution, [place], cancellationToken), _conversion.Title);
        context.RegisterCodeFix(fix, context.Diagnostics);
    }
}
