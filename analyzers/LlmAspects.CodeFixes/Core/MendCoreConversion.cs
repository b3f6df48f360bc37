using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Core;

/// <summary>Rewrites the signatures of the Cores of a member, where their bodies still compile.</summary>
internal sealed class MendCoreConversion : Conversion.Conversion
{
    /// <inheritdoc/>
    public override string Title => "Give Core the signature of its declaration";

    /// <inheritdoc/>
    public override async Task<string?> FindTitleAsync(Document document, TextSpan span, CancellationToken cancellationToken) =>
        await FindAsync(document, span, cancellationToken).ConfigureAwait(false) is { Count: > 0 } cores
            ? $"Give '{string.Join("' and '", cores.Select(static core => core.Symbol.Name))}' the signature of its declaration"
            : null;

    /// <inheritdoc/>
    protected override async Task AddEditsAsync(Document document, TextSpan span, SolutionEdits edits, CancellationToken cancellationToken) =>
        Write(await FindAsync(document, span, cancellationToken).ConfigureAwait(false), edits);

    private static void Write(IReadOnlyList<DifferingCore> cores, SolutionEdits edits)
    {
        foreach (var core in cores)
        {
            edits.Of(core.Document).Replace(core.Header, MendedHeaderWriter.Write(core));
        }
    }

    private static async Task<IReadOnlyList<DifferingCore>> FindAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindNode(span).FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } syntax || model?.GetDeclaredSymbol(syntax, cancellationToken) is not { } member)
        {
            return [];
        }

        var cores = DifferingCoreRules.Find(member, document.Project, model.Compilation, cancellationToken);
        return cores.Count > 0 && await IsMendedByAsync(cores, member, document.Project, cancellationToken).ConfigureAwait(false) ? cores : [];
    }

    // A body may need what its signature said: then only its author can tell what is right.
    private static async Task<bool> IsMendedByAsync(IReadOnlyList<DifferingCore> cores, ISymbol member, Project project, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        Write(cores, edits);
        var changed = (await edits.ApplyToAsync(project.Solution, cancellationToken).ConfigureAwait(false)).GetProject(project.Id)!;
        if (await changed.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || AspectSymbols.TryCreate(compilation) is not { } symbols
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(DocumentationCommentId.CreateDeclarationId(member)!, compilation) is not { } mended
            || DifferingCoreRules.FindProblem(mended, symbols, cancellationToken) is { Kind: AspectTargetProblemKind.CoreSignatureDiffers })
        {
            return false;
        }

        foreach (var core in cores)
        {
            var after = await changed.GetDocument(core.Document.Id)!.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            if (CountErrors(after!, cancellationToken) > CountErrors(core.Model, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private static int CountErrors(SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDiagnostics(null, cancellationToken).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id is not ("CS8795" or "CS9248"));
}
